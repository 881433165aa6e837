import { defineCase } from "../../case.ts";
import { linksOf } from "../../steps/links.ts";
import { putOnSale } from "../../steps/on-sale.ts";
import { version } from "../../steps/versions.ts";

export default defineCase({
  title: "A version that is not current links to the manifest",
  requirements: ["MPLI-DISC-038@347dd69e"],
  role: "provider",
  feature: "versions",
  expects: "accept",
  hunts: "an answer that was put together while the version was current, and kept",
  since: "0.1",
  writes: true,
  sequence: [
    "Kit->>Provider: PUT manifest A",
    "Kit->>Provider: GET version A",
    "Kit->>Provider: PUT manifest B",
    "Kit->>Provider: GET version A",
    "Provider-->>Kit: 200, Link to the manifest as latest-version",
  ],
  async run(t) {
    const { head } = await putOnSale(t, [{ id: "vm", class: "VirtualMachine", vcpus: 2 }]);
    const digest = t.header(head.answer, "ETag").slice(1, 65);
    t.status(await version(t, digest), 200);
    await putOnSale(t, [{ id: "vm", class: "VirtualMachine", vcpus: 4 }]);
    const links = await t.eventually("a Link of relation latest-version from the old version", async () => {
      const found = linksOf(await version(t, digest), "latest-version");
      return found.length > 0 ? found : undefined;
    });
    t.equal(links, [t.endpoint("manifest")], "what the old version links to as latest-version is");
  },
});
