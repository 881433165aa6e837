import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { askForWhatIsSold, onlyComponent } from "../../steps/reports.ts";

const VERDICTS: readonly unknown[] = ["compatible", "undetermined", "incompatible"];

export default defineCase({
  title: "Each result says which offer it is, whose, of which manifest, what came of it and why",
  requirements: ["MPLI-COMP-050@2f9e9db6"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "leaving out what is the same for all, or what is not known",
  since: "0.1",
  async run(t: Exam) {
    const { results } = onlyComponent(t, await askForWhatIsSold(t, "?limit=20"));
    t.that(results.length > 0, "at least one result for a class that is sold", "none");
    for (const result of results) {
      const { offer, provider, manifest, verdict, score, price, requirements, obstacles } = result;
      const states = (holds: boolean, what: string) => t.that(holds, what, JSON.stringify(result));
      states(typeof offer === "string" && URL.canParse(offer), "an IRI in `offer` of each result");
      states(
        typeof provider === "string" && /^did:[a-z0-9]+:/.test(provider),
        "a DID in `provider` of each result",
      );
      states(
        typeof manifest === "string" && /^[0-9a-f]{64}$/.test(manifest),
        "a digest in `manifest` of each result",
      );
      states(VERDICTS.includes(verdict), "a verdict in `verdict` of each result");
      states(
        typeof score === "number" && score >= 0 && score <= 1,
        "a number from 0 to 1 in `score` of each result",
      );
      // Whether an offer without a price has an empty one or none is not said.
      states(isObject(price ?? {}), "an object in `price` of each result");
      states(
        Array.isArray(requirements) && requirements.length > 0,
        "a list in `requirements` of each result",
      );
      states(Array.isArray(obstacles), "a list in `obstacles` of each result");
    }
  },
});
