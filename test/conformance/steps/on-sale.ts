// Has the target sell exactly these offers, and waits until it says so: for cases on what is served after a publication.
import type { Exam } from "../exam.ts";
import type { JsonObject } from "../http.ts";
import type { Manifest } from "../manifest.ts";
import type { PartySettings } from "../parties/manifest.ts";
import { requirePublishing } from "../shelf.ts";
import { manifestWith } from "./publications.ts";

/** A title that no publication had before. */
export const newTitle = (): string => `Conformance kit ${crypto.randomUUID()}`;

/**
 * Publishes these offers at the target, and reads them back. The manifest has a title that tells it from all others;
 * who wants to publish the same graph twice gives the same one. Needs `writes: true`.
 */
export async function putOnSale(
  t: Exam,
  offers: readonly JsonObject[],
  settings: PartySettings = {},
  title = newTitle(),
): Promise<Manifest> {
  requirePublishing(t);
  const named = { ...settings, manifest: { id: t.endpoint("manifest"), title, ...settings.manifest } };
  t.status(await t.publish(manifestWith(t, offers, named)), 200, 201);
  // A reader may be behind by a moment (MPLI-DISC-061 asks for one manifest or the other).
  return t.eventually("the manifest that was just published", async () => {
    const manifest = await t.manifest();
    return manifest.head.graph.values(manifest.iri, "dct:title").includes(title) ? manifest : undefined;
  });
}

/** This many offers without any facts. */
export function lightOffers(count: number): JsonObject[] {
  return Array.from({ length: count }, (_, index) => ({ id: `light-${index}`, class: "VirtualMachine" }));
}

/** The most offers in one document; ends the case where that would be too much to send. */
export function mostOffers(t: Exam): number {
  const limit = t.declared.limits["offersPerPage"];
  if (limit === undefined) t.fail("`offersPerPage` in `limits` of the node document", "none");
  if (limit > 1000) t.cannotTell(`${limit} offers in one document are more than the kit sends`);
  return limit;
}
