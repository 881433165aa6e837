import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { Answer } from "../../http.ts";
import { check, manifestWith, published } from "../../steps/publications.ts";

const TURTLE = { accept: "text/turtle" };

export default defineCase({
  title: "A check adds no change to the feed and no version to those that were",
  requirements: ["MPLI-DISC-065@1812741c"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "keeping what was checked, so that it is served as if it had been published",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: POST check", "Kit->>Provider: GET the feed and the version of that digest"],
  async run(t) {
    await published(t);
    const last = t.hasEndpoint("changes") ? await lastOf(t, t.endpoint("changes")) : undefined;
    const answer = await check(t, manifestWith(t));
    t.status(answer, 200);
    if (last) {
      const again = await t.graph(await t.get(last.url, TURTLE));
      t.equal(
        await again.digest(),
        await (await t.graph(last)).digest(),
        "the digest of the end of the feed is",
      );
    }
    const version = await t.get(`${t.endpoint("manifest")}/versions/${String(answer.json()["digest"])}`);
    t.status(version, 404);
  },
});

/** The page that the next change would be added to. */
async function lastOf(t: Exam, url: string): Promise<Answer> {
  const page = await t.get(url, TURTLE);
  const [, next] = /<([^>]*)>\s*;\s*rel="?next"?/.exec(page.headers["link"] ?? "") ?? [];
  return next ? lastOf(t, t.address(next, url)) : page;
}
