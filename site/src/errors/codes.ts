// The error codes as schemas/openapi/errors.json lists them.
import type { ErrorCode } from "../../../schemas/openapi/errors.ts";
import text from "../../../schemas/openapi/errors.json?raw";

export const codes = JSON.parse(text) as readonly ErrorCode[];

/** The groups of the index, in the order in which a reader meets them. */
export const GROUPS: readonly { readonly name: string; readonly slug: string; readonly about: string }[] = [
  {
    name: "Several rooms",
    slug: "shared",
    about: "What more than one room checks: the method, the representation, the body, the operator's token.",
  },
  { name: "Discovery", slug: "discovery", about: "Publishing and reading a manifest." },
  { name: "Trust", slug: "trust", about: "Verifying credentials, and the policies by which they are believed." },
  { name: "Issuing", slug: "issuing", about: "Issuing credentials, and taking them back." },
  { name: "Compatibility", slug: "compatibility", about: "Comparing a demand with offers." },
  { name: "Delivery", slug: "delivery", about: "Ordering an offer, operating what was ordered, and doing the work." },
  { name: "Catalogue", slug: "catalogue", about: "Registering providers and walking through their offers." },
  { name: "Vocabulary", slug: "vocabulary", about: "The addresses of terms and places." },
  { name: "Testing", slug: "testing", about: "The test-only trigger." },
  {
    name: "Harvest",
    slug: "harvest",
    about:
      "No request is refused with these. A harvest that fails leaves its code in `problem` of the [list of providers](/api/#listProviders). It can leave a code of the other groups as well; the code's page says so.",
  },
];

/** The status codes of its answers, as "400, 422". */
export function statusesOf({ answers }: ErrorCode): string {
  const statuses = answers.flatMap(({ status }) => (status === undefined ? [] : [status]));
  return [...new Set(statuses)].sort().join(", ");
}
