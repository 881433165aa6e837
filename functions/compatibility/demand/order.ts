// An order of conditions that does not depend on where they stood in a document: by what they say.
import type { Condition } from "./demand.ts";

/** Conditions by what they say, wherever they stood in the document. */
export const inOrder = <T extends Condition>(conditions: readonly T[]): T[] => sortedBy(spell, conditions);

/** Items by their spelling. */
export function sortedBy<T>(spelled: (item: T) => string, items: readonly T[]): T[] {
  return items
    .map((each) => ({ each, key: spelled(each) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ each }) => each);
}

/** Everything that a condition says, as a text: equal for conditions that mean the same. */
export function spell(condition: Condition): string {
  if (condition.kind !== "criterion") return `${condition.kind}(${condition.of.map(spell).join(",")})`;
  const { name, expected, atLeastCount, evidence, absent, per } = condition;
  const { party, anchor, notOlderThan } = evidence;
  const age = notOlderThan && `${notOlderThan.exact.numerator}/${notOlderThan.exact.denominator}`;
  return JSON.stringify([name, expected, atLeastCount, party, anchor, age, absent, per]);
}
