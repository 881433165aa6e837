// What a catalogue asks conditionally: the entity tag of a party's manifest, and the tag in the next request for it.
import type { Exam } from "../exam.ts";
import { MANIFEST, type Party } from "../parties/provider.ts";

/** The tag that the party sends with its manifest now. */
export function entityTag(party: Party): string {
  return party.usual(MANIFEST).headers["etag"] ?? "";
}

/** `If-None-Match` of the first request for the manifest after so many requests. */
export async function tagAsked(t: Exam, { asked }: Party, before: number): Promise<string | undefined> {
  const request = await t.eventually("another request for the manifest", async () =>
    asked.slice(before).find(({ path }) => path === MANIFEST),
  );
  return request.headers["if-none-match"];
}
