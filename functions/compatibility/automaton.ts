// A regular expression as a finite automaton: matching takes time in proportion to the text, whatever the pattern.

export type Node =
  | { kind: "set"; accepts: (char: string) => boolean }
  | { kind: "start" | "end" }
  | { kind: "sequence" | "choice"; parts: Node[] }
  | { kind: "repeat"; part: Node; min: number; max: number };

/** How many states the automaton of `node` needs: what a pattern costs, known before anything is built. */
export function statesOf(node: Node): number {
  switch (node.kind) {
    case "set":
    case "start":
    case "end":
      return 1;
    case "sequence":
    case "choice":
      return node.parts.reduce((sum, part) => sum + statesOf(part), 1);
    case "repeat": {
      const times = node.max === Infinity ? node.min + 1 : node.max;
      return times * (statesOf(node.part) + 1) + 1;
    }
  }
}

interface State {
  /** Passes on a character it accepts; absent on a state that is passed for free. */
  accepts?: (char: string) => boolean;
  when?: "start" | "end";
  next: number[];
}

/** Thompson's construction: all states a match may be in are followed at once, so time is states times characters. */
export class Automaton {
  readonly #states: State[] = [];
  readonly #entry: number;
  readonly #exit: number;

  constructor(tree: Node) {
    this.#exit = this.#add({ next: [] });
    this.#entry = this.#build(tree, this.#exit);
  }

  isFoundIn(chars: readonly string[]): boolean {
    let current = new Set<number>();
    for (let index = 0; index <= chars.length; index++) {
      this.#enter(this.#entry, current, index, chars.length);
      if (current.has(this.#exit)) return true;
      const char = chars[index];
      const following = new Set<number>();
      for (const id of current) {
        const state = this.#states[id];
        if (char !== undefined && state?.accepts?.(char))
          for (const next of state.next) this.#enter(next, following, index + 1, chars.length);
      }
      if (following.has(this.#exit)) return true;
      current = following;
    }
    return false;
  }

  #enter(first: number, reached: Set<number>, index: number, length: number): void {
    const waiting = [first];
    for (let id = waiting.pop(); id !== undefined; id = waiting.pop()) {
      const state = this.#states[id];
      if (!state || reached.has(id)) continue;
      if ((state.when === "start" && index !== 0) || (state.when === "end" && index !== length)) continue;
      reached.add(id);
      if (!state.accepts) waiting.push(...state.next);
    }
  }

  #add(state: State): number {
    return this.#states.push(state) - 1;
  }

  /** Adds the states of `node` in front of `next`; returns where they are entered. */
  #build(node: Node, next: number): number {
    switch (node.kind) {
      case "set":
        return this.#add({ accepts: node.accepts, next: [next] });
      case "start":
      case "end":
        return this.#add({ when: node.kind, next: [next] });
      case "sequence":
        return node.parts.reduceRight((after, part) => this.#build(part, after), next);
      case "choice":
        return this.#add({ next: node.parts.map((part) => this.#build(part, next)) });
      case "repeat":
        return this.#repeat(node, next);
    }
  }

  #repeat({ part, min, max }: { part: Node; min: number; max: number }, next: number): number {
    let entry = next;
    if (max === Infinity) {
      const loop: State = { next: [next] };
      entry = this.#add(loop);
      loop.next.push(this.#build(part, entry));
    } else
      for (let times = max; times > min; times--)
        entry = this.#add({ next: [this.#build(part, entry), next] });
    for (let times = 0; times < min; times++) entry = this.#build(part, entry);
    return entry;
  }
}
