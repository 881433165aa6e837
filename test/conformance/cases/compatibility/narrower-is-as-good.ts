import { defineCase } from "../../case.ts";
import { type Outcome, expectOutcomes, shelfOf } from "../../steps/demands.ts";
import type { JsonObject } from "../../http.ts";

export default defineCase({
  title: "A narrower class or scheme meets a bound on a wider one, at any depth, and not the other way round",
  requirements: ["MPLI-COMP-072@f3d923ad"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "comparing IRIs, looking one level up only, or taking the wider for the narrower",
  since: "0.1",
  writes: true,
  async run(t) {
    const gold = "https://schemes.example/gold";
    const shelf = await shelfOf(t, {
      narrow: { certification: [{ scheme: "EUCloudCoC" }] },
      wide: { certification: [{ scheme: "GDPRCoC" }] },
      foreign: { certification: [{ scheme: gold }] },
    });
    const [scheme, on] = [{ path: ["certification", "scheme"] }, { on: "certification" }];
    const rows: readonly (readonly [offer: string, requirement: JsonObject, outcome: Outcome])[] = [
      ["narrow", { on: "class", is: "GraphDatabase" }, "satisfied"],
      ["narrow", { on: "class", is: "Database" }, "satisfied"],
      ["narrow", { on: "class", is: "Service" }, "satisfied"],
      ["narrow", { on: "class", isOneOf: ["Network", "Database"] }, "satisfied"],
      ["narrow", { on: "class", is: "RelationalDatabase" }, "violated"],
      ["narrow", { on: "class", is: "Network" }, "violated"],
      ["narrow", { not: { on: "class", is: "Database" } }, "violated"],
      ["narrow", { ...on, is: "GDPRCoC" }, "satisfied"],
      ["narrow", { ...scheme, is: "GDPRCoC" }, "satisfied"],
      ["narrow", { ...on, isOneOf: ["C5", "GDPRCoC"] }, "satisfied"],
      ["narrow", { ...on, is: "EUCloudCoC" }, "satisfied"],
      ["narrow", { ...on, is: "CISPECoC" }, "violated"],
      ["wide", { ...on, is: "GDPRCoC" }, "satisfied"],
      ["wide", { ...on, is: "EUCloudCoC" }, "violated"],
      ["wide", { ...scheme, isOneOf: ["EUCloudCoC", "CISPECoC"] }, "violated"],
      ["foreign", { ...on, is: gold }, "satisfied"],
      ["foreign", { ...on, is: "GDPRCoC" }, "violated"],
    ];
    await expectOutcomes(
      t,
      shelf,
      rows.map(([offer, requirement, outcome]) => ({ offer, requirement, outcome })),
    );
  },
});
