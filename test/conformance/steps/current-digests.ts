// Which manifests the target knows now: its own, or those of its list of providers.
import type { Exam } from "../exam.ts";
import { listedProviders } from "../parties/registration.ts";

/** Digests of manifests, by the DID of the provider. */
export async function currentDigests(t: Exam): Promise<ReadonlyMap<string, string>> {
  if (t.isCatalogue)
    return new Map((await listedProviders(t)).map(({ id, digest }) => [String(id), String(digest)]));
  const answer = await t.get(t.endpoint("manifest"), { accept: "text/turtle" });
  if (answer.status === 404) return new Map();
  t.status(answer, 200);
  return new Map([[t.declared.did ?? "", await (await t.graph(answer)).digest()]]);
}
