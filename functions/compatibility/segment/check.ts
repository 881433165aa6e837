// Whether contents can be a segment: every number in them leads somewhere.
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { ContainerRefusal, Contents, Numbers } from "./container.ts";
import { type Arrays, COLUMN_KEYS, type Directory, columnName } from "./layout.ts";
import { Segment } from "./segment.ts";

/** Reads contents, which take `bytes` where they are kept, as a segment; refuses those in which a number is out of range. */
export function segmentOf(contents: Contents, bytes = 0): Result<Segment, ContainerRefusal> {
  const problem = problemOf(contents.directory as Directory, contents.arrays);
  return problem === undefined
    ? ok(new Segment(contents, bytes))
    : refused({ code: "damaged-segment", problem } as const);
}

function problemOf(directory: Directory, arrays: Contents["arrays"]): string | undefined {
  const { offers, terms, kinds, columns, tariffs, prerequisites } = directory;
  const { text, textLengths, termKinds, setLengths, setMembers, ...rest } = arrays as unknown as Arrays;
  const { priceCounts, amounts, priceTariffs, priceRegions } = rest;
  const sets = setLengths.length;
  const rows = sum(priceCounts);
  const lengths: readonly (readonly [name: string, array: Numbers, length: number])[] = [
    ["textLengths", textLengths, terms + offers],
    ["text", text, sum(textLengths)],
    ["termKinds", termKinds, terms],
    ["setMembers", setMembers, sum(setLengths)],
    ["priceCounts", priceCounts, offers],
    ["amounts", amounts, rows],
    ["priceTariffs", priceTariffs, rows],
    ["priceRegions", priceRegions, rows],
    ...(rest.prerequisites ? [["prerequisites", rest.prerequisites, offers] as const] : []),
  ];
  const uneven = lengths.find(([, array, length]) => array.length !== length);
  if (uneven) return `${uneven[0]} of another length`;
  const codes: readonly (readonly [name: string, array: Numbers, below: number])[] = [
    ["termKinds", termKinds, kinds.length],
    ["setMembers", setMembers, terms],
    ["priceTariffs", priceTariffs, tariffs.length],
    ["priceRegions", priceRegions, sets],
    ...(rest.prerequisites ? [["prerequisites", rest.prerequisites, prerequisites.length] as const] : []),
  ];
  const stray = codes.find(([, array, below]) => !array.every((code) => code < below));
  if (stray) return `${stray[0]} out of range`;
  const column = COLUMN_KEYS.findIndex((_, index) => {
    const all = columns[index];
    if (typeof all === "number") return all >= sets;
    const array = arrays[columnName(index)];
    return array?.length !== offers || !array.every((code) => code < sets);
  });
  return column < 0 ? undefined : `${columnName(column)} out of range`;
}

function sum(numbers: Numbers): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
