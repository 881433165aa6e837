import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "Nor does it make credentials of an address that carries some",
  requirements: ["MPLI-CAT-021@b50f7295"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a client that turns `user:secret@` into an Authorization field",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    const secret = (address: string) =>
      Object.assign(new URL(address), { username: "kit", password: "secret" }).href;
    await party.offers([machine("vm")], { node: { endpoint: { manifest: secret(party.manifestAddress) } } });
    party.answer("/kit/elsewhere", () => party.usual(NODE));
    party.answer(NODE, () =>
      reply(302, "text/plain", "", { location: secret(`${party.origin}/kit/elsewhere`) }),
    );
    await party.register();
    await party.listed(({ state }) => state !== "waiting", "after a harvest", "cantTell");
    party.answer(NODE, undefined);
    await party.harvestAgain(() => true);
    const sent = party.asked.find(({ headers }) => headers["authorization"] !== undefined);
    t.that(sent === undefined, "no field Authorization in a fetch", `one in the request for ${sent?.path}`);
  },
});
