import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { signedManifest } from "../../steps/issuing.ts";

export default defineCase({
  title: "A signed manifest names the graph that it is about by its digest",
  requirements: ["MPLI-ISSUE-030@40cc0df7"],
  role: "provider",
  feature: "issuing",
  expects: "accept",
  hunts: "the digest of some bytes, or of an older version",
  since: "0.1",
  async run(t: Exam) {
    const { signed } = await signedManifest(t);
    const plain = await t.get(t.endpoint("manifest"), { accept: "text/turtle" });
    const graph = await t.graph(plain);
    const { credentialSubject } = signed.payload;
    const subject = isObject(credentialSubject) ? credentialSubject : {};
    t.equal(subject["https://w3id.org/mpli/ns#digest"], await graph.digest(), "the digest is");
    const [root] = graph.subjects(
      "http://www.w3.org/1999/02/22-rdf-syntax-ns#type",
      "https://w3id.org/mpli/ns#Manifest",
    );
    t.equal(subject["id"], root, "the subject is");
  },
});
