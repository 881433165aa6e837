import { defineCase } from "../../case.ts";
import { register } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { listedProviders } from "../../parties/registration.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A repeated registration is answered with 200, and the provider is listed once",
  requirements: ["MPLI-CAT-003@cdc0ec2c", "MPLI-CAT-028@a06f1d83"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "201 for every registration, or an entry for each",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    t.status(await register(t, party.origin), 201);
    t.status(await register(t, party.origin), 200);
    await party.listed(undefined, "at all");
    const entries = (await listedProviders(t)).filter(({ id }) => id === party.did);
    t.equal(entries.length, 1, "the number of its entries is");
  },
});
