import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A catalogue sends no credentials, whatever it is offered or asked for",
  requirements: ["MPLI-CAT-021@b50f7295"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "a client that keeps cookies, or that sends its own token to everybody",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: 200, Set-Cookie",
    "Catalogue->>Provider: GET manifest, no Cookie",
    "Provider-->>Catalogue: 401, WWW-Authenticate",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("a"), machine("b")], pageSize: 1 });
    const cookie = { "set-cookie": "kit=1; Path=/" };
    party.answer("/*", (_, usual) => ({ ...usual, headers: { ...usual.headers, ...cookie } }));
    await party.harvested();
    const challenge = { ...cookie, "www-authenticate": 'Bearer, Basic realm="kit"' };
    party.answer("/*", () => reply(401, "text/plain", "who are you?", challenge));
    await party.harvestAgain(({ state }) => state === "stale", "stale after a challenge");
    party.answer("/*", undefined);
    await party.offers([machine("a", "0.20"), machine("b", "0.20")]);
    await party.harvestAgain(({ digest }) => digest === party.digest(), "at the new manifest");
    for (const name of ["authorization", "proxy-authorization", "cookie"]) {
      const sent = party.asked.find(({ headers }) => headers[name] !== undefined);
      t.that(sent === undefined, `no field ${name} in a fetch`, `one in the request for ${sent?.path}`);
    }
  },
});
