// The policy that believes everyone: then verification alone decides.
import type { TrustPolicy } from "../policy.ts";

export const OPEN: TrustPolicy = {
  name: "open",
  title: "Every issuer, for every type of credential",
  version: 1,
  description:
    "Accepts what anyone says of anyone, and takes nobody for a certification body. That a credential verifies then only tells who said it.",
  rules: [{ effect: "accept" }],
};
