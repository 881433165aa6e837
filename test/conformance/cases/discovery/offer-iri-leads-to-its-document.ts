import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "The IRI of an offer leads to the document that holds the offer",
  requirements: ["MPLI-DISC-066@2e6caade"],
  role: "provider",
  feature: "html",
  expects: "accept",
  hunts: "a redirection to the head of a manifest whose offers are on pages",
  since: "0.1",
  sequence: [
    "Kit->>Provider: GET offer",
    "Provider-->>Kit: 303, Location",
    "Kit->>Provider: GET document",
    "Provider-->>Kit: 200, the offer",
  ],
  async run(t: Exam) {
    const { offers } = await t.manifest();
    const offer = offers.at(-1) ?? t.cannotTell("the manifest has no offer");
    const answer = await t.get(offer, { accept: "text/turtle" });
    t.status(answer, 303);
    const location = new URL(t.address(t.header(answer, "Location"), t.address(offer)));
    location.hash = "";
    const document = await t.get(location.href, { accept: "text/turtle" });
    t.status(document, 200);
    const classes = (await t.graph(document)).values(offer, "mpli:serviceClass");
    t.that(classes.length > 0, `what is said of ${offer} at ${location}`, "nothing");
  },
});
