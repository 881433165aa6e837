import { defineCase } from "../../case.ts";
import { expectOutcomes, shelfOf } from "../../steps/demands.ts";

export default defineCase({
  title: "Ki, Mi, Gi, Ti and Pi are powers of 1024; k, M, G, T and P are powers of 1000",
  requirements: ["MPLI-COMP-026@17a4e49b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading GB as GiB, or stopping at G",
  since: "0.1",
  writes: true,
  async run(t) {
    const sizes = [
      ...["k", "M", "G", "T", "P"].map((prefix, index) => [prefix, 1000n ** BigInt(index + 1)] as const),
      ...["Ki", "Mi", "Gi", "Ti", "Pi"].map((prefix, index) => [prefix, 1024n ** BigInt(index + 1)] as const),
    ];

    const shelf = await shelfOf(
      t,
      Object.fromEntries(sizes.map(([prefix]) => [prefix, { memory: `1 ${prefix}By` }])),
    );
    await expectOutcomes(
      t,
      shelf,
      sizes.flatMap(([offer]) =>
        sizes.map(([prefix, bytes]) => ({
          offer,
          requirement: { on: "memory", is: `${bytes} By` },
          outcome: prefix === offer ? ("satisfied" as const) : ("violated" as const),
        })),
      ),
    );
  },
});
