import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { readPage } from "../../steps/html.ts";
import { fresh, manifestWith } from "../../steps/publications.ts";

/** Each leaves another place of a page in which a name may stand. */
const NAMES = [
  "Kit <kit-markup onkit=1>",
  '"><kit-markup>',
  "'><kit-markup>",
  '" onkit="1',
  "' onkit='1",
  "</title></textarea></style></script><kit-markup>",
  "--><kit-markup>",
  "]]><kit-markup/>",
];
/** Were it read as markup, it would show a character that the manifest does not have. */
const REFERENCE = "kit &lt;kit&gt; kit";

export default defineCase({
  title: "What a manifest says stands in its pages as text, whatever it is",
  requirements: ["MPLI-SEC-003@2bc68c83"],
  role: "provider",
  feature: "html",
  expects: "refuse",
  hunts: "a name that becomes a script in the browser of whoever reads the page",
  since: "0.1",
  writes: true,
  sequence: ["Kit->>Provider: PUT names with markup", "Kit->>Provider: GET manifest, Accept: text/html"],
  async run(t: Exam) {
    if (!t.declared.features.has("publishing")) t.inapplicable("nothing can be published there");
    const region = (at: number) => `/regions/kit-${at}`;
    const place = NAMES.map((name, at) => ({ id: region(at), type: "Region", name, within: "NL" }));
    const offers = [...NAMES, REFERENCE].map((name, at) => ({
      id: fresh(),
      class: "RelationalDatabase",
      name,
      ...(at < place.length ? { region: [region(at)] } : {}),
    }));
    for (const name of NAMES) {
      const more = { title: name, description: name };
      const body = manifestWith(t, offers, { provider: { name }, place, manifest: more });
      t.status(await t.publish(body), 200, 201);
      const answer = await t.get(t.endpoint("manifest"), { accept: "text/html" });
      t.status(answer, 200);
      const { tags, text } = readPage(answer.text);
      t.that(tags.length > 0, "a page", answer.text.slice(0, 100));
      const ours = tags.find((tag) => tag.name.startsWith("kit-markup") || tag.attributes.has("onkit"));
      t.that(ours === undefined, "names as text", `a tag ${ours?.name} made of one`);
      const isRead = text.some((one) => one.includes(REFERENCE));
      t.that(!isRead, `${REFERENCE} as text`, "a character reference made of it");
    }
  },
});
