import { defineCase } from "../../case.ts";
import { shelfOf } from "../../steps/demands.ts";
import { factsOf, findings } from "../../steps/findings.ts";

export default defineCase({
  title:
    "A finding names the statements that it rests on: whose they are, the properties on the way, the value",
  requirements: ["MPLI-COMP-087@1b2b2248"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "taking what the provider states for a statement of the offer, or a path for its last property",
  since: "0.1",
  writes: true,
  async run(t) {
    const facts = {
      engineVersion: ["15", "16"],
      memory: "64 GiBy",
      certification: { scheme: "ISO27018" },
      portability: { import: "csv/1" },
    };
    const provider = { country: "NL", certification: { scheme: "ISO27001" } };
    const shelf = await shelfOf(t, { db: facts }, { provider });
    const [offer, did] = [shelf.offer("db"), shelf.did];
    const own = (path: string, ...values: readonly string[]) => values.map((value) => [offer, path, value]);
    const ofScheme = (subject: string, scheme: string) => [subject, "certification/scheme", scheme];
    const rests = [
      [{ on: "memory", atLeast: "32 GiBy" }, own("memory", "64 GiBy")],
      [{ on: "memory", atLeast: "128 GiBy" }, own("memory", "64 GiBy")],
      [{ on: "engineVersion", atLeast: "16" }, own("engineVersion", "15", "16")],
      [{ on: "engineVersion", atLeast: "17" }, own("engineVersion", "15", "16")],
      [{ path: ["portability", "import"], is: "csv/1" }, own("portability/import", "csv/1")],
      [{ on: "country", is: "NL" }, [[did, "country", "NL"]]],
      [{ on: "certification", is: "ISO27001" }, [ofScheme(did, "ISO27001"), ofScheme(offer, "ISO27018")]],
      [{ on: "iops", atLeast: "1" }, []],
    ] as const;
    const all = await findings(
      t,
      shelf,
      "db",
      rests.map(([requirement]) => requirement),
    );
    for (const [index, [requirement, statements]] of rests.entries()) {
      const finding = all[index] ?? {};
      // What is found may be all that is stated, or what decides.
      const found = [finding["found"] ?? []].flat();
      const expected = statements.filter(([, , value]) => found.includes(value)).toSorted();
      t.equal(factsOf(finding), expected, `the facts of ${JSON.stringify(requirement)} are`);
      t.equal(
        expected.length > 0,
        statements.length > 0,
        `facts of ${JSON.stringify(requirement)} there are:`,
      );
    }
  },
});
