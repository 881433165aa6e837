import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import type { JsonObject } from "../../http.ts";
import { offersAddress, walk } from "../../steps/offers-walk.ts";
import { listedProviders } from "../../parties/registration.ts";

/** More than these take too long to read. */
const MOST = 1000;

export default defineCase({
  title: "A walk shows as many offers of a provider as the list of providers states",
  requirements: ["MPLI-CAT-037@2b7fec9f", "MPLI-CAT-029@f72c6280"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a page size that cuts off what does not fit",
  since: "0.1",
  async run(t: Exam) {
    const large = (entries: readonly JsonObject[]) =>
      entries
        .filter(({ offers }) => Number(offers) > 0 && Number(offers) <= MOST)
        .toSorted((a, b) => Number(b["offers"]) - Number(a["offers"]))[0];
    const before =
      large(await listedProviders(t)) ?? t.cannotTell(`no provider with up to ${MOST} offers was harvested`);
    const documents = await walk(t, offersAddress(t, { provider: String(before["id"]) }), 20);
    const after = (await listedProviders(t)).find(({ id }) => id === before["id"]);
    if (after?.["digest"] !== before["digest"]) t.cannotTell("the manifest changed meanwhile");
    const shown = new Set(documents.flatMap(({ offers }) => offers)).size;
    t.equal(shown, before["offers"], `the number of offers of ${String(before["id"])} on the walk is`);
  },
});
