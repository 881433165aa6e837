// Where blank nodes occur: what decides whether one can be written without a label, inside the statement that holds it.
import type { Quad, Term } from "./graph.ts";

export interface Mention {
  /** The one graph that the blank node occurs in; undefined where it needs a label to be known in several. */
  home: string | undefined;
  /** How many statements have it as their object. */
  references: number;
  /** Subject of the last of these. */
  parent: string | undefined;
}

/** Every blank node of a dataset by its `id`. */
export function mentionsOf(quads: readonly Quad[]): ReadonlyMap<string, Mention> {
  const mentions = new Map<string, Mention>();
  for (const { subject, object, graph } of quads) {
    note(subject, graph.id);
    const held = note(object, graph.id);
    if (held) {
      held.references++;
      held.parent = subject.id;
    }
    note(graph, undefined);
  }
  return mentions;

  function note(term: Term, home: string | undefined): Mention | undefined {
    if (term.termType !== "BlankNode") return undefined;
    const known = mentions.get(term.id) ?? { home, references: 0, parent: undefined };
    if (known.home !== home) known.home = undefined;
    mentions.set(term.id, known);
    return known;
  }
}

/** Whether exactly one statement refers to the blank node `id`, and nothing outside that statement's graph does. */
export function isHeld(mentions: ReadonlyMap<string, Mention>, id: string): boolean {
  const mention = mentions.get(id);
  return mention?.home !== undefined && mention.references === 1;
}

/** Whether nothing refers to the blank node `id`, which then needs no label at all. */
export function isUnmentioned(mentions: ReadonlyMap<string, Mention>, id: string): boolean {
  const mention = mentions.get(id);
  return mention?.home !== undefined && mention.references === 0;
}
