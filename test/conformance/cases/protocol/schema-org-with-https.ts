import { defineCase } from "../../case.ts";
import { matchesDoor, send, taken } from "../../steps/doors.ts";

const COMPONENT = { class: "GraphDatabase", must: [{ on: "price", atMost: "1" }] };

export default defineCase({
  title: "A demand may spell the terms of schema.org with https",
  requirements: ["MPLI-PROT-028@c9f0340f"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking the two spellings of schema.org for two vocabularies",
  since: "0.1",
  sequence: ["Kit->>Node: POST matches, https://schema.org/priceCurrency", "Node-->>Kit: 200"],
  async run(t) {
    const door = matchesDoor(t);
    const ask = async (currency: object) =>
      taken(t, door, await send(t, door, { ...door.document, component: [COMPONENT], ...currency }));
    // Without a currency the demand would be refused (MPLI-COMP-013), so taking it shows that the term was understood.
    await ask({ currency: "EUR" });
    await ask({ "https://schema.org/priceCurrency": "EUR" });
  },
});
