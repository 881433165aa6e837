// The certification body of the federation: it issues a certificate once, and the provider's manifest carries it from then on.
import { join } from "node:path";
import type { Json } from "../../kernel/json.ts";
import { payloadOf, tokenIn } from "../credentials/issued.ts";
import type { Federation, Provider } from "./members.ts";
import { asOperator, didOf } from "./publish.ts";
import { recall, remember } from "./record.ts";

/** A certificate that was issued, kept between runs: to issue another would undo what was revoked. */
export interface Certificate {
  readonly provider: string;
  readonly scheme: string;
  readonly id: string;
  readonly token: string;
}

const fileIn = (state: string) => join(state, "certificates.json");

/** The certificates that were issued. */
export const certificatesIn = (state: string): Promise<readonly Certificate[]> => recall(fileIn(state), []);

/** The link by which the provider's manifest carries its certificate; none where it has none. */
export async function certificateOf(
  provider: Provider,
  { certifier, state }: Federation & { readonly state: string },
): Promise<string | undefined> {
  const scheme = provider.publishes.certifiedUnder;
  if (scheme === undefined) return undefined;
  const before = await certificatesIn(state);
  const [subject, issuer] = [await didOf(provider), await didOf(certifier)];
  const known = before.find((one) => one.provider === subject && one.scheme === scheme);
  if (known) return link(known);
  const answer = await asOperator(certifier, "/credentials/issue", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ credential: certificateFor(subject, issuer, scheme) }),
  });
  const { verifiableCredential } = (await answer.json()) as { verifiableCredential: Json };
  const token = tokenIn(verifiableCredential) ?? "";
  const certificate = { provider: subject, scheme, id: String(payloadOf(token)["id"]), token };
  await remember(fileIn(state), [...before, certificate]);
  return link(certificate);
}

const link = ({ token }: Certificate) => `data:application/vc+jwt,${token}`;

const certificateFor = (subject: string, issuer: string, scheme: string) => ({
  "@context": ["https://www.w3.org/ns/credentials/v2", "https://w3id.org/mpli/credentials/v1"],
  type: ["VerifiableCredential", "CertificationCredential"],
  issuer,
  credentialSubject: {
    id: subject,
    certification: {
      type: "Certification",
      scheme,
      certificateNumber: "DEMO-1",
      scope: "A demonstration on one machine; it certifies nothing outside of it.",
      certificationBody: "Certification body of the local federation",
    },
  },
});
