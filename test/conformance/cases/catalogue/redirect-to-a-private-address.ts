import { defineCase } from "../../case.ts";
import { onHost } from "../../steps/addresses.ts";
import type { Exam } from "../../exam.ts";
import { MANIFEST, NODE, reply } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

export default defineCase({
  title: "A redirect to an address that is not public is not followed, on whichever fetch",
  requirements: ["MPLI-CAT-019@a4b0e445", "MPLI-CAT-018@52b8de97"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "checking the first address only",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: 302 to https://169.254.169.254/",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: ["a", "b"].map((id) => machine(id)), pageSize: 1 });
    const [{ path: page } = { path: "" }] = party.pages();
    for (const [path, host, status] of [
      [NODE, "0.0.0.0", 302],
      [NODE, "169.254.169.254", 307],
      [MANIFEST, "[::]", 301],
      [page, "10.0.0.1", 308],
    ] as const) {
      // Where the address leads back to the kit, it would answer as if nothing were wrong.
      const behind = `/kit/behind${path}`;
      party.answer(behind, () => party.usual(path));
      const location = onHost(party.origin + behind, host);
      party.answer(path, () => reply(status, "text/plain", "", { location }));
      await party.rejected();
      party.answer(path, undefined);
      await party.withdraw();
    }
    const led = party.asked.filter(({ path }) => path.startsWith("/kit/behind"));
    t.equal(
      led.map(({ path }) => path),
      [],
      "requests behind the redirects:",
    );
  },
});
