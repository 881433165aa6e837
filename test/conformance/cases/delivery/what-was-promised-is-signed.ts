import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { OBJECTIVE, claimIn, credentialIn, running } from "../../steps/accounts.ts";
import { standing } from "../../steps/orders.ts";
import { ask } from "../../steps/signed-requests.ts";
import { checksIn, verification } from "../../steps/credentials.ts";

export default defineCase({
  title: "What was promised is a credential of the provider",
  requirements: ["MPLI-DEL-110@5c8af3a1"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "a promise to everybody, where one customer was promised something",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const it = await running(t);
    const { one, ware } = it;
    const answer = await ask(t, one.by, `${one.address}/service-level`);
    t.status(answer, 200);
    const found = credentialIn(t, answer);
    t.equal(found.payload["issuer"], ware.provider, "the issuer is");
    const types = [found.payload["type"]].flat();
    t.that(types.includes("ServiceLevelCredential"), "the type ServiceLevelCredential", types.join(" "));
    const level = claimIn(t, found, "serviceLevel");
    t.equal(level["provider"], ware.provider, "the provider is");
    t.equal(level["customer"], one.by.did, "the customer is");
    t.equal(
      level["order"],
      (await standing(t, one))["usage"]?.toString().replace(/\/usage$/, ""),
      "the order is",
    );
    const [objective] = [level["objectives"] ?? []].flat().filter(isObject);
    t.equal(
      objective?.["id"],
      `${String(level["order"])}/service-level#${OBJECTIVE.name}`,
      "its objective is",
    );
    for (const member of ["metric", "comparator", "value", "window"] as const)
      t.equal(objective?.[member], OBJECTIVE[member], `${member} of the objective is`);
    const again = await ask(t, one.by, `${one.address}/service-level`);
    t.equal(again.text, answer.text, "the credential is, when it is read again,");
    if (!t.declared.features.has("verification")) return;
    const checks = checksIn(t, await verification(t, found.compact));
    const signature = checks.find(({ check }) => check === "signature");
    t.equal(signature?.["outcome"], "passed", "the check of its signature");
  },
});
