import { defineCase } from "../../case.ts";

export default defineCase({
  title: "A catalogue names the copy that it has when it reads a manifest again",
  requirements: ["MPLI-DISC-023@abfbe3e9"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "fetching everything anew each time",
  since: "0.1",
  writes: true,
  async run(t) {
    const party = await t.party({ offers: [{ id: "vm", class: "VirtualMachine" }] });
    await party.harvested();
    // Its signature may be asked for besides.
    const isManifest = ({ path, headers }: { path: string; headers: Readonly<Record<string, string>> }) =>
      party.manifestAddress.endsWith(path) && !headers["accept"]?.includes("jwt");
    const before = party.asked.filter(isManifest).length;
    await party.harvestAgain(() => party.asked.filter(isManifest).length > before);
    const again = party.asked.filter(isManifest).at(-1);
    t.equal(
      again?.headers["if-none-match"],
      `"${party.digest()}.ttl"`,
      "the field If-None-Match of the second request is",
    );
  },
});
