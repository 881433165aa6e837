import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { RARE, shelfOf } from "../../steps/demands.ts";
import { PLACES, price } from "../../steps/prices.ts";
import { changed, changesIn, proposals } from "../../steps/relaxations.ts";
import { onlyComponent } from "../../steps/reports.ts";

const MUST = [
  { on: "memory", atLeast: "64 GiBy" },
  { on: "region", within: "EU" },
  { on: "price", atMost: "100" },
];

const at = (region: string, memory: string, amount: string) => ({
  region: `/regions/${region}`,
  memory,
  price: price(amount, "month"),
});

export default defineCase({
  title: "A relaxation says how many offers it wins, and names one of them",
  requirements: ["MPLI-COMP-099@47b4e17d", "MPLI-COMP-097@ad35d504"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "counting the offer that it was made for alone, or those that miss no more than what changes",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const shelf = await shelfOf(
      t,
      {
        small: at("ams", "60 GiBy", "80"),
        "small-too": at("ber", "62 GiBy", "80"),
        smaller: at("ams", "32 GiBy", "80"),
        abroad: at("nyc", "64 GiBy", "80"),
        "abroad-too": at("nyc", "96 GiBy", "100"),
        "dear-abroad": at("nyc", "96 GiBy", "110"),
        dear: at("ams", "64 GiBy", "130"),
      },
      { place: PLACES },
    );
    const demand = { must: MUST, more: { currency: "EUR" } };
    const { component } = onlyComponent(
      t,
      await shelf.ask({ currency: "EUR", component: [{ class: RARE, must: MUST }] }),
    );
    const entries = proposals(component);
    t.that(entries.length >= 3, "a relaxation for the memory, the region and the price", `${entries.length}`);
    for (const { changes, offers, offer } of entries) {
      const answer = await shelf.ask(changed(t, demand, changesIn({ changes })));
      const { component: after, results } = onlyComponent(t, answer);
      const fits = results.filter(({ verdict }) => verdict === "compatible");
      const said = `of ${JSON.stringify(changes)}`;
      t.equal(offers, Object(after["counts"])["compatible"], `${said} the offers are`);
      t.that(
        fits.some((one) => one["offer"] === offer),
        `${said} an offer that is compatible then`,
        String(offer),
      );
    }
  },
});
