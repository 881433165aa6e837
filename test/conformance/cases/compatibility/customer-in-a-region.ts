import { defineCase } from "../../case.ts";
import { RARE, expectMisread } from "../../steps/demands.ts";

export default defineCase({
  title: "A customer in a region of a manifest is refused",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "looking for the country of a stranger's region in whatever the manifest says",
  since: "0.1",
  async run(t) {
    const said = (customer: unknown) => ({ component: [{ class: RARE }], customer });
    await expectMisread(t, {
      sound: said({ country: "https://w3id.org/mpli/place/NL" }),
      broken: [
        said({ country: "https://cloud.example/regions/ams-1" }),
        said({ country: "did:web:cloud.example" }),
      ],
    });
  },
});
