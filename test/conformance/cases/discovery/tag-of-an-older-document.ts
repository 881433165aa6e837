import { defineCase } from "../../case.ts";

export default defineCase({
  title: "A document is sent to a client that has another one",
  requirements: ["MPLI-DISC-020@cb4bf850"],
  role: "provider",
  feature: "core",
  expects: "refuse",
  hunts: "304 to any conditional request, or to the suffix alone",
  since: "0.1",
  sequence: ["Kit->>Provider: GET manifest, If-None-Match: an older tag", "Provider-->>Kit: 200"],
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url, answer } of [head, ...pages.slice(0, 1)]) {
      const [, digest = "", suffix = ""] = /^"([0-9a-f]+)\.(.*)"$/.exec(t.header(answer, "ETag")) ?? [];
      // Also a tag that differs at its end only, and the digest of which the right one is a beginning.
      const last = digest.endsWith("0") ? "1" : "0";
      for (const other of ["0".repeat(64), digest.slice(0, -1) + last, `${digest}0`])
        t.status(await t.get(url, { accept: "text/turtle", "if-none-match": `"${other}.${suffix}"` }), 200);
    }
  },
});
