import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { changesAfter, newestChange } from "../../steps/feed.ts";
import { putOnSale } from "../../steps/on-sale.ts";
import { manifestWith, put } from "../../steps/publications.ts";

const machines = (...names: string[]) => names.map((id) => ({ id, class: "VirtualMachine" }));

export default defineCase({
  title: "The numbers go on from one publication to the next, and what is refused takes none",
  requirements: ["MPLI-DISC-042@6f62a49d"],
  role: "provider",
  feature: "changes",
  expects: "refuse",
  hunts: "numbers that a transaction takes and a rollback does not give back, or that begin anew",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest",
    "Kit->>Provider: PUT manifest, If-Match: an older tag",
    "Provider-->>Kit: 412",
    "Kit->>Provider: PUT manifest",
    "Kit->>Provider: GET changes?after=n",
    "Provider-->>Kit: n+1, n+2, …",
  ],
  async run(t: Exam) {
    const before = await newestChange(t);
    await putOnSale(t, machines("a", "b"));
    const refused = await put(t, manifestWith(t, machines("c", "d", "e")), {
      "if-match": `"${"0".repeat(64)}.ttl"`,
    });
    t.status(refused, 412);
    await putOnSale(t, machines("b", "f"));
    const numbers = (await changesAfter(t, before)).map(({ sequence }) => sequence);
    // At least a and b were created, a removed and f created.
    t.that(numbers.length >= 4, "at least four changes", String(numbers.length));
    t.equal(
      numbers,
      numbers.map((_, index) => before + 1 + index),
      "the numbers of the changes are",
    );
  },
});
