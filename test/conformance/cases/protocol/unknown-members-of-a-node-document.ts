import { defineCase } from "../../case.ts";

const MORE = {
  "https://kit.example/ns#motto": "fast and friendly",
  "https://kit.example/ns#contact": [{ "https://kit.example/ns#phone": "112" }, 7, true],
};

export default defineCase({
  title: "A catalogue harvests a provider whose node document has members that it does not know",
  requirements: ["MPLI-PROT-008@86d5039c"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "a strict schema for the node documents of others",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Kit: GET /.well-known/mpli",
    "Kit-->>Catalogue: more members than the specification has",
  ],
  async run(t) {
    const limits = { offersPerPage: 250, statementsPerPage: 10_000, "https://kit.example/ns#wishes": 3 };
    const party = await t.party({ node: { ...MORE, limits } });
    await party.harvested();
  },
});
