import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { accessPair } from "../../steps/orders.ts";
import { active, sealed } from "../../steps/runner.ts";
import { ask } from "../../steps/signed-requests.ts";

export default defineCase({
  title: "The customer fetches the access that the runner encrypted to its key",
  requirements: ["MPLI-DEL-040@d8ab57bf"],
  role: "provider",
  feature: "delivery",
  expects: "accept",
  hunts: "decoding, wrapping or quoting what is not the node’s to read",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const access = sealed();
    const { one } = await active(t, { access }, { accessKey: accessPair().jwk });
    const answer = await ask(t, one.by, `${one.address}/access`, { accept: "application/jose" });
    t.status(answer, 200);
    t.equal(answer.mediaType, "application/jose", "the media type is");
    t.equal(answer.text, access, "the access is");
  },
});
