// Attestations and seals under the eIDAS regulation, by the category of their anchor and without any list of issuers.
import type { TrustPolicy } from "../policy.ts";

export const EIDAS: TrustPolicy = {
  name: "eidas",
  title: "Qualified attestations and seals under eIDAS",
  version: 1,
  description:
    "Accepts company identities and certificates of trust services that national trusted lists call qualified, or of public bodies on the Commission's list, and mandates under a seal. It names no issuer: whoever has a certificate that leads to an anchor of the category is accepted. So it rests on the anchors that the node holds and on how fresh they are; a node without anchors accepts nothing. A seal proves who speaks and not that they may certify, so nobody is taken for a certification body.",
  rules: [
    {
      effect: "accept",
      anchors: ["qeaa", "pub-eaa"],
      types: ["uri:eu.ebw.oid.1", "uri:eu.eudi.eucc.1"],
    },
    {
      effect: "accept",
      anchors: ["eidas-seal"],
      types: ["LEARCredentialEmployee", "LEARCredentialMachine", "gx:LabelCredential"],
    },
  ],
};
