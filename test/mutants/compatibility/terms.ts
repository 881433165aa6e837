// Faults in how texts, nodes and values that cannot be read are compared.
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import { judging, knowing, stating } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** Takes texts for equal that are equal after a change. */
function folding(fold: (text: string) => string): Spoil {
  return judging(({ found, expected: { is } }) =>
    typeof is === "string" && found.some((one) => fold(one) === fold(is)) ? "satisfied" : undefined,
  );
}

/** Compares the nodes of a property by another detail than the vocabulary says. */
function comparedBy(property: string, right: string, wrong: string): Spoil {
  return knowing({
    rows: (all) =>
      all.flatMap((row) => {
        const { key, detail } = row;
        if (key?.value !== property || !detail) return [row];
        if (detail.value === right) return [];
        return [detail.value === wrong ? { ...row, detail: { ...detail, value: right } } : row];
      }),
  });
}

export default [
  { breaks: "MPLI-COMP-032", fault: "compares texts without case", ...folding((text) => text.toLowerCase()) },
  {
    breaks: "MPLI-COMP-032",
    fault: "trims texts before it compares them",
    ...folding((text) => text.trim()),
  },
  { breaks: "MPLI-COMP-032", fault: "normalises Unicode", ...folding((text) => text.normalize("NFC")) },
  {
    breaks: "MPLI-COMP-032",
    fault: "takes a text that begins alike for the same",
    ...judging(({ found, expected: { is } }) =>
      typeof is === "string" && found.some((one) => one.startsWith(is)) ? "satisfied" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-032",
    fault: "collapses white space",
    ...folding((text) => text.replace(/\s+/g, " ")),
  },
  {
    breaks: "MPLI-COMP-033",
    fault: "compares a certification by its page",
    ...comparedBy(mpli.certification.value, mpli.scheme.value, mpli.evidencePage.value),
  },
  {
    breaks: "MPLI-COMP-033",
    fault: "compares a portability by its import format",
    ...comparedBy(mpli.portability.value, mpli.exportFormat.value, mpli.importFormat.value),
  },
  {
    breaks: "MPLI-COMP-033",
    fault: "compares a delivery as a node without a name",
    ...stating((value, { key, detail }) =>
      key?.value === mpli.delivery.value && detail ? undefined : value,
    ),
  },
  {
    breaks: "MPLI-COMP-033",
    fault: "compares a portability by any of its values",
    ...knowing({
      rows: (all) =>
        all.map((row) =>
          row["detail"]?.value === mpli.importFormat.value
            ? { ...row, detail: { ...row["detail"], value: mpli.exportFormat.value } }
            : row,
        ),
    }),
  },
  {
    breaks: "MPLI-COMP-034",
    fault: "counts a value that it cannot read as a no",
    ...judging(({ reason }) => (reason === "malformed-value" ? "violated" : undefined)),
  },
  {
    breaks: "MPLI-COMP-034",
    fault: "takes a value that it cannot read for absent",
    ...stating((value) => (value === "latest" ? undefined : value)),
  },
  {
    breaks: "MPLI-COMP-034",
    fault: "reads a version without numbers as 0",
    ...stating((value) => (value === "latest" ? "0" : value)),
  },
  {
    breaks: "MPLI-COMP-034",
    fault: "lets one value that it cannot read spoil the others",
    ...knowing({
      rows: (all) => {
        const vague = new Set(
          all.filter(({ value }) => value?.value === "latest").map(({ offer }) => offer?.value),
        );
        return all.filter(
          ({ offer, value }) => !vague.has(offer?.value) || !/^\d+$/.test(value?.value ?? ""),
        );
      },
    }),
  },
] satisfies Mutant[];
