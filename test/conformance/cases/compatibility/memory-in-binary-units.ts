import { defineCase } from "../../case.ts";

export default defineCase({
  title: "32 GiB is more than 32 GB",
  requirements: ["MPLI-COMP-024@7af7fc05", "MPLI-COMP-026@17a4e49b"],
  role: "node",
  feature: "matching",
  expects: "accept",
  hunts: "reading GiB and GB as the same unit",
  since: "0.1",
  writes: true,
  async run(t) {
    const shelf = await t.shelf([{ id: "vm", class: "VirtualMachine", memory: "32 GBy" }]);
    const must = [{ on: "memory", atLeast: "32 GiBy" }];
    const [result] = await shelf.results({ component: [{ class: "VirtualMachine", must }] });
    t.equal(result?.["verdict"], "incompatible", "the verdict on 32 GB where 32 GiB is asked for is");
  },
});
