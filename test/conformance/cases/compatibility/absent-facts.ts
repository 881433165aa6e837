import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";
import { ABSENCE } from "../../steps/tables.ts";

export default defineCase({
  title:
    "An absent fact is read as the requirement says, else as the vocabulary says of the property, else as unknown",
  requirements: ["MPLI-COMP-022@64f54b32"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "passing over `absent`, or over what the vocabulary says of certifications",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await shelfOf(t, { silent: {} });
    await expectOutcomes(
      t,
      shelf,
      ABSENCE.flatMap(([absent, open, closed]) => {
        const how = absent ? { absent } : {};
        return [
          { offer: "silent", requirement: { on: "memory", atLeast: "1 GiBy", ...how }, outcome: open },
          { offer: "silent", requirement: { on: "region", within: "EU", ...how }, outcome: open },
          { offer: "silent", requirement: { on: "engine", is: "mysql", ...how }, outcome: open },
          { offer: "silent", requirement: { on: "certification", is: "ISO27001", ...how }, outcome: closed },
        ];
      }),
    );
  },
});
