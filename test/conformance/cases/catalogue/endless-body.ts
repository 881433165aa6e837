import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { NODE } from "../../parties/provider.ts";
import { machine } from "../../steps/wares.ts";

/** No node document is that large. */
const MOST = 64 * 1024 * 1024;

export default defineCase({
  title: "A node document without an end is given up",
  requirements: ["MPLI-CAT-020@6854f60b"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "reading until there is nothing left to read",
  since: "0.1",
  writes: true,
  sequence: [
    "Catalogue->>Provider: GET /.well-known/mpli",
    "Provider-->>Catalogue: 200, and a body that goes on",
    "Catalogue-xProvider: closes the connection",
  ],
  async run(t: Exam) {
    const party = await t.party({ offers: [machine("vm")] });
    let taken = 0;
    async function* endless(): AsyncGenerator<Uint8Array> {
      for (const chunk = new Uint8Array(64 * 1024).fill(0x20); taken < MOST; taken += chunk.length)
        yield chunk;
      throw new Error("hangs up");
    }
    party.answer(NODE, () => ({
      status: 200,
      headers: { "content-type": "application/ld+json" },
      body: endless(),
    }));
    await party.rejected("cantTell");
    t.that(taken < MOST, "an end before 64 MiB of white space", `${taken} bytes were read`);
  },
});
