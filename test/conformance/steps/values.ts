// How large a credential is (MPLI-TRUST-069), and credentials of any size.

/** Objects, lists and what stands in them. */
export function valuesIn(json: unknown): number {
  if (json === null || typeof json !== "object") return 1;
  return Object.values(json).reduce((sum: number, inner) => sum + valuesIn(inner), 1);
}

/** Texts that differ. */
export const texts = (length: number) => Array.from({ length }, (_, index) => `text ${index}`);
