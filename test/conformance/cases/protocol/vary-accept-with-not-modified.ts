import { defineCase } from "../../case.ts";
import { TURTLE } from "../../steps/graph-resources.ts";
import { variesByAccept } from "../../steps/vary.ts";

export default defineCase({
  title: "An answer 304 tells caches that it depends on Accept",
  requirements: ["MPLI-PROT-020@e8b1e211"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "an answer without a body that is sent past what adds the field",
  since: "0.1",
  sequence: ["Kit->>Provider: GET manifest, If-None-Match", "Provider-->>Kit: 304, Vary: Accept"],
  async run(t) {
    const { head } = await t.manifest();
    const [address, etag] = [head.url, t.header(head.answer, "ETag")];
    const answer = await t.get(address, { accept: TURTLE, "if-none-match": etag });
    t.status(answer, 304);
    variesByAccept(t, answer);
  },
});
