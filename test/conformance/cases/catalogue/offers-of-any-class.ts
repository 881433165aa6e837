import { defineCase } from "../../case.ts";
import type { Exam } from "../../exam.ts";
import { iri } from "../../graph.ts";
import { offersAddress, offersAt } from "../../steps/offers-walk.ts";

export default defineCase({
  title: "Whatever the catalogue holds, no document is shown for a class that it has no offer of",
  requirements: ["MPLI-CAT-034@529c171f"],
  role: "catalogue",
  feature: "core",
  expects: "refuse",
  hunts: "classes that are stored for the manifest and not for the document",
  since: "0.1",
  async run(t: Exam) {
    for (const name of ["KubernetesCluster", "ObjectStorage"]) {
      const document = await offersAt(t, offersAddress(t, { class: name }));
      if (!document) continue;
      const classes = document.offers.flatMap((offer) => document.graph.values(offer, "mpli:serviceClass"));
      t.that(
        classes.includes(iri(`mpli:${name}`)),
        `an offer of the class ${name}`,
        [...new Set(classes)].join(" "),
      );
    }
  },
});
