import { defineCase } from "../../case.ts";
import { putOnSale } from "../../steps/on-sale.ts";

const TEXT =
  'quotes " and \\ backslashes, \t a tab, \n a line, \u0007 a bell, \u007f, é, ﬁ, e\u0301, 漢字 and 😀';

export default defineCase({
  title: "The digest of unusual text is that of its canonical form in UTF-8",
  requirements: ["MPLI-DISC-017@04e45bbd"],
  role: "provider",
  feature: "publishing",
  expects: "accept",
  hunts: "another escape of control characters, normalised letters, or bytes that are not UTF-8",
  since: "0.1",
  writes: true,
  async run(t) {
    const { head, iri, whole } = await putOnSale(t, [{ id: "unusual", class: "VirtualMachine", name: TEXT }]);
    t.equal(
      whole.values(whole.values(iri, "mpli:offer")[0] ?? "", "schema:name"),
      [TEXT],
      "the name as served is",
    );
    t.equal(
      t.header(head.answer, "ETag").slice(1, 65),
      await head.graph.digest(),
      "the digest in the entity tag is",
    );
  },
});
