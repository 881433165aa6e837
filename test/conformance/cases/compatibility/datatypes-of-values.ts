import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

const LANG = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";
const OFFER = {
  vcpus: 16,
  memory: "32 GiBy",
  engine: "postgresql",
  name: { "@value": "Groß", "@language": "de" },
  engineVersion: ["15", "16"],
};
const ROWS: readonly (readonly [on: string, bounds: JsonObject, outcome: Outcome])[] = [
  ["vcpus", { datatype: "integer" }, "satisfied"],
  ["vcpus", { datatype: "http://www.w3.org/2001/XMLSchema#integer" }, "satisfied"],
  ["vcpus", { datatype: "decimal" }, "violated"],
  ["vcpus", { datatype: "int" }, "violated"],
  ["vcpus", { datatype: "integer", atLeast: 16 }, "satisfied"],
  ["vcpus", { datatype: "integer", moreThan: 16 }, "violated"],
  ["vcpus", { datatype: "decimal", atLeast: 16 }, "violated"],
  ["memory", { datatype: "ucum" }, "satisfied"],
  ["memory", { datatype: "https://w3id.org/cdt/ucum" }, "satisfied"],
  ["memory", { datatype: "string" }, "violated"],
  ["engine", { datatype: "string" }, "satisfied"],
  ["engine", { datatype: "string", is: "postgresql" }, "satisfied"],
  ["engine", { datatype: LANG }, "violated"],
  ["name", { datatype: LANG }, "satisfied"],
  ["name", { datatype: "string" }, "violated"],
  ["engineVersion", { datatype: "string" }, "satisfied"],
  ["engineVersion", { datatype: "decimal" }, "violated"],
  ["storageType", { datatype: "string" }, "unknown"],
];

export default defineCase({
  title: "A value is of the datatype that it is stated with, and of no other that it would fit",
  requirements: ["MPLI-COMP-073@dd8c98c5"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts:
    "taking an integer for a decimal, text in a language for plain text, or any text for a number that it spells",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { typed: OFFER });
    await expectOutcomes(
      t,
      shelf,
      ROWS.map(([on, bounds, outcome]) => ({ offer: "typed", requirement: { on, ...bounds }, outcome })),
    );
  },
});
