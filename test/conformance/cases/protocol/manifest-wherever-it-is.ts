import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";

export default defineCase({
  title: "A catalogue takes the address of a manifest from the node document",
  requirements: ["MPLI-PROT-009@7f564bb0"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "the paths of the reference node, built into a client",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET /.well-known/mpli", "Catalogue->>Kit: GET the address of `manifest`"],
  async run(t: Exam) {
    const party = await t.party();
    await party.harvested();
    const paths = party.asked.map(({ path }) => path);
    t.that(!paths.includes("/manifest"), "requests to addresses of the node document only", paths.join(", "));
  },
});
