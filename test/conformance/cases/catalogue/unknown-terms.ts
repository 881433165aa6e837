import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { showsExactly } from "../../steps/offers-walk.ts";
import { machine } from "../../steps/wares.ts";

const OWN = "https://conformance-kit.example/ns#";
const LATER = "https://w3id.org/mpli/ns#";

export default defineCase({
  title: "Properties and classes that a catalogue does not know are kept, and served as they came",
  requirements: ["MPLI-CAT-044@c3826947", "MPLI-CAT-033@950a86fc"],
  role: "catalogue",
  feature: "core",
  expects: "accept",
  hunts: "closed shapes, which keep everybody at the oldest version",
  since: "0.1",
  writes: true,
  async run(t: Exam) {
    const party = await t.party({
      offers: [
        { ...machine("vm"), [`${OWN}coolness`]: 5, [`${LATER}warrantyInMoons`]: "two" },
        { id: "qa", class: `${OWN}QuantumAnnealer`, [`${OWN}qubits`]: 5000 },
        { id: "tm", class: `${LATER}TimeMachine` },
      ],
      provider: { [`${OWN}motto`]: { "@type": `${OWN}Motto`, [`${OWN}text`]: "always" } },
      manifest: { [`${LATER}season`]: "winter" },
    });
    await party.harvested();
    await showsExactly(t, party, [party.digest()]);
  },
});
