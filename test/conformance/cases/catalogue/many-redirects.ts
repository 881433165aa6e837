import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A chain of a hundred redirects is given up, even one that leads home in the end",
  requirements: ["MPLI-CAT-020@6854f60b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "following redirects without counting them",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: 302",
    "Catalogue->>Provider: GET the next address",
    "Provider-->>Catalogue: 302, and so on",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    const hop = (count: number) => reply(302, "text/plain", "", { location: `/kit/hops/${count}` });
    party.answer(NODE, () => hop(1));
    party.answer("/kit/hops/*", ({ url }) => {
      const count = Number(url.split("/").at(-1));
      return count < 100 ? hop(count + 1) : party.usual(NODE);
    });
    await party.rejected();
  },
});
