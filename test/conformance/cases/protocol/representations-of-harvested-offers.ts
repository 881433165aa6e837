import { defineCase } from "../../case.ts";
import { JSON_LD, TURTLE, expectMedia } from "../../steps/graph-resources.ts";
import { variesByAccept } from "../../steps/vary.ts";

export default defineCase({
  title: "A catalogue writes what it has harvested as its readers ask for it",
  requirements: [
    "MPLI-PROT-014@235fec34",
    "MPLI-PROT-016@db4675b1",
    "MPLI-PROT-017@3a66d684",
    "MPLI-PROT-018@c225f013",
    "MPLI-PROT-019@32ff4c3e",
    "MPLI-PROT-020@e8b1e211",
  ],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "passing a document on in the syntax in which it came",
  since: "0.1",
  writes: true,
  sequence: ["Catalogue->>Kit: GET manifest", "Kit->>Catalogue: GET offers, in one syntax after the other"],
  async run(t) {
    const price = { amount: "0.410", currency: "EUR", per: "hour" };
    const party = await t.party({ offers: [{ id: "vm", class: "VirtualMachine", name: "grün", price }] });
    await party.harvested();
    const address = `${t.endpoint("offers")}?provider=${encodeURIComponent(party.did)}`;
    const asked = [
      [undefined, JSON_LD],
      [TURTLE, TURTLE],
      [`${JSON_LD};q=0.5, ${TURTLE}`, TURTLE],
      [`${TURTLE};q=0.5, ${JSON_LD}`, JSON_LD],
    ] as const;
    for (const [accept, media] of asked) {
      const answer = await expectMedia(t, address, accept, media);
      variesByAccept(t, answer);
      t.equal(
        await (await t.graph(answer)).digest(),
        party.digest(),
        `the digest of the graph in ${media} is`,
      );
    }
    const refused = await t.get(address, { accept: "image/png" });
    const { available } = t.refusal(refused, 406, "not-acceptable");
    variesByAccept(t, refused);
    const names = [available ?? []].flat();
    t.equal(
      [JSON_LD, TURTLE].filter((media) => !names.includes(media)),
      [],
      "what is missing in `available` is",
    );
  },
});
