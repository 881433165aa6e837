// Old manifests, read under their digests.
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";
import type { ManifestDocument } from "../manifest.ts";

/** The address of the version with this digest. */
export function versionAddress(t: Exam, digest: string): string {
  return `${t.endpoint("manifest")}/versions/${digest}`;
}

/** `GET` of a version as Turtle. */
export function version(t: Exam, digest: string): Promise<Answer> {
  return t.get(versionAddress(t, digest), { accept: "text/turtle" });
}

/** The version with this document's digest is this document: its statements and its entity tag. */
export async function expectVersion(t: Exam, { answer, graph }: ManifestDocument): Promise<Answer> {
  const etag = t.header(answer, "ETag");
  const kept = await version(t, etag.slice(1, 65));
  t.status(kept, 200);
  t.equal(t.header(kept, "ETag"), etag, "the entity tag of the version is");
  t.equal(await (await t.graph(kept)).digest(), await graph.digest(), "the digest of the version is");
  return kept;
}
