import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { refused } from "../../steps/doors.ts";
import { listedProviders } from "../../parties/registration.ts";

/** Nobody is there, which a catalogue cannot know before it has registered it. */
const OTHER = { origin: "https://conformance-kit.example" };

export default defineCase({
  title: "Registrations and removals that are refused leave the list of providers as it was",
  requirements: ["MPLI-PROT-034@f082304a"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "writing first, and looking at the request afterwards",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Catalogue: POST providers, without the token",
    "Catalogue-->>Kit: 401, and nothing has changed",
  ],
  async run(t: Exam) {
    const known = await t.party();
    await known.register();
    const ids = async () => (await listedProviders(t)).map(({ id }) => String(id)).sort();
    const before = await ids();
    t.that(before.includes(known.did), `${known.did} among the providers`, before.join(", "));
    const attempt = (
      method: string,
      { origin }: { origin: string },
      headers: Readonly<Record<string, string>>,
    ) => t.request(t.endpoint("providers"), { method, headers, body: JSON.stringify({ url: origin }) });
    t.afterwards(
      async () =>
        void (await attempt("DELETE", OTHER, { ...t.operator(), "content-type": "application/json" })),
    );
    const json = { "content-type": "application/json" };
    refused(t, await attempt("POST", OTHER, json), "a stranger's registration");
    refused(t, await attempt("DELETE", known, json), "a stranger's removal");
    refused(t, await attempt("POST", OTHER, { ...t.operator(), "content-type": "text/plain" }), "plain text");
    refused(
      t,
      await attempt("DELETE", known, { ...t.operator(), "content-type": "text/plain" }),
      "plain text",
    );
    t.equal(await ids(), before, "the providers after what was refused are");
  },
});
