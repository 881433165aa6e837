// Lists as a reader sees them: rows of cells that hold nothing but a member and the rest.
import { rdf as rdfTerms } from "./generated/vocabulary.ts";
import type { Quad, Term } from "./graph.ts";
import { type Mention, isHeld } from "./mentions.ts";

export interface Lists {
  /** The members of each list, by the `id` of its first cell. */
  readonly members: ReadonlyMap<string, readonly Term[]>;
  /** The first cell of the list that a cell is of, by `id`. */
  readonly headOf: ReadonlyMap<string, string>;
}

/** The lists of one graph, given by subject, whose cells nothing else refers to; the empty list has no cells. */
export function listsOf(
  bySubject: ReadonlyMap<string, readonly Quad[]>,
  mentions: ReadonlyMap<string, Mention>,
): Lists {
  const members = new Map<string, readonly Term[]>();
  const headOf = new Map<string, string>();
  for (const quads of bySubject.values())
    for (const { predicate, object } of quads) {
      if (predicate.equals(rdfTerms.rest) || !isHeld(mentions, object.id)) continue;
      const cells = cellsFrom(object, bySubject, mentions);
      if (cells.length === 0) continue;
      members.set(
        object.id,
        cells.map(({ first }) => first),
      );
      for (const { id } of cells) headOf.set(id, object.id);
    }
  return { members, headOf };
}

interface Cell {
  readonly id: string;
  readonly first: Term;
}

/** The cells from `head` to the end; none where that is no list. */
function cellsFrom(
  head: Term,
  bySubject: ReadonlyMap<string, readonly Quad[]>,
  mentions: ReadonlyMap<string, Mention>,
): readonly Cell[] {
  const cells: Cell[] = [];
  for (let cell = head; !cell.equals(rdfTerms.nil); ) {
    const quads = bySubject.get(cell.id) ?? [];
    const first = quads.find(({ predicate }) => predicate.equals(rdfTerms.first));
    const rest = quads.find(({ predicate }) => predicate.equals(rdfTerms.rest));
    if (!isHeld(mentions, cell.id) || quads.length !== 2 || !first || !rest) return [];
    cells.push({ id: cell.id, first: first.object });
    cell = rest.object;
  }
  return cells;
}
