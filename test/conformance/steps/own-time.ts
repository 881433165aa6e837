// What a catalogue does in its own time: the harvests that nobody asked it for.
import type { Declared } from "../declared.ts";
import type { Exam } from "../exam.ts";
import { NODE, type Party } from "../parties/provider.ts";

/** Targets that were seen to wait longer for a harvest than the kit has patience: no case waits for them again. */
const slow = new WeakSet<Declared>();

/** When the target began its harvests of the party after so many requests: so many of them, or the case cannot tell. */
export async function ownHarvests(
  t: Exam,
  { asked }: Party,
  before: number,
  count: number,
): Promise<number[]> {
  if (slow.has(t.declared)) t.cannotTell("the target's interval is longer than the kit waits");
  const begun = () =>
    asked
      .slice(before)
      .filter(({ path }) => path === NODE)
      .map(({ at }) => at);
  const start = performance.now();
  const enough = t.eventually(
    `harvest number ${count} in the target's own time`,
    async () => {
      // Whoever has not come twice in half of the time will not come often enough in the rest.
      const isSlow = begun().length < Math.min(2, count) && performance.now() - start > t.patienceMs / 2;
      if (isSlow) slow.add(t.declared);
      return isSlow || begun().length >= count || undefined;
    },
    "cantTell",
  );
  await enough;
  if (slow.has(t.declared)) t.cannotTell("the target's interval is longer than the kit waits");
  return begun();
}
