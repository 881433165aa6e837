import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { isObject } from "../../http.ts";
import { NODE_DOCUMENT, didDocument } from "../../steps/node-document.ts";

const TYPE = "MultiProviderLinkedInfrastructure";

export default defineCase({
  title: "Whoever starts from the DID of a node finds its node document",
  requirements: ["MPLI-PROT-012@868ad3e8"],
  role: "node",
  feature: "core",
  expects: "accept",
  hunts: "a service that points to the origin, or has a name of its own as type",
  since: "0.1",
  sequence: ["Kit->>Node: GET /.well-known/did.json", "Node-->>Kit: 200, service"],
  async run(t: Exam) {
    const { service } = await didDocument(t);
    const services = [service ?? []].flat().filter(isObject);
    const ours = services.filter(({ type }) => [type].flat().includes(TYPE));
    t.that(ours.length > 0, `a service of type ${TYPE}`, JSON.stringify(service ?? null));
    const points = ours.flatMap(({ serviceEndpoint }) => [serviceEndpoint].flat());
    const wanted = new URL(NODE_DOCUMENT, t.origin).href;
    t.that(points.includes(wanted), `${wanted} as its \`serviceEndpoint\``, JSON.stringify(points));
  },
});
