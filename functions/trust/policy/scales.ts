// Levels of rulebooks: each a scale of its own, and none compares with another's.

/** Levels from the lowest to the highest; each implies those before it. */
export const SCALES = {
  /** Standard Compliance and the three label levels of the Gaia-X Compliance Document. */
  "gaia-x": ["SC", "L1", "L2", "L3"],
  /** Baseline, Professional and Professional Plus of the DOME marketplace. */
  dome: ["BL", "P", "P+"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

export type ScaleName = keyof typeof SCALES;

/** Whether a level is the one that is asked for or a higher one of the same scale; a level of no scale reaches nothing. */
export function reaches(scale: ScaleName, has: string, asked: string): boolean {
  const levels: readonly string[] = SCALES[scale];
  const needed = levels.indexOf(asked);
  return needed >= 0 && levels.indexOf(has) >= needed;
}
