// Three certificates that lead from a seal to an anchor, and what becomes of them if one is not as it should be.
import type { Bytes } from "../../../functions/trust/x509/certificate.ts";
import { type PathDemand, validatePath } from "../../../functions/trust/x509/path.ts";
import * as ca from "./authority.ts";

export const DEMAND = { categories: ["eidas-seal"], purpose: "seal", at: ca.AT } as const;
export const root = await ca.party("C=ES, O=Trust, CN=Root", ca.EC384);
export const issuing = await ca.party("C=ES, O=Trust, CN=Issuing");
export const leaf = await ca.party("C=ES, O=Provider A, CN=Seal");
export const other = await ca.party("C=ES, CN=Other");

export interface Case {
  readonly root?: ca.Wishes;
  readonly issuing?: ca.Wishes;
  readonly leaf?: ca.Wishes;
  readonly demand?: Partial<PathDemand>;
  readonly edit?: (chain: readonly [Bytes, Bytes]) => readonly Bytes[];
}

/** Root, issuing authority and leaf, each good but for the wishes. */
export async function outcome(wishes: Case): Promise<unknown> {
  const anchor = await ca.anchorOf(root, "eidas-seal", wishes.root);
  const chain = [
    await ca.issue("leaf", leaf, issuing, wishes.leaf),
    await ca.issue("authority", issuing, root, wishes.issuing),
  ] as const;
  const demand = { ...DEMAND, anchors: [anchor], ...wishes.demand };
  return summary(await validatePath(wishes.edit?.(chain) ?? chain, demand));
}

/** Of a valid path what is known of revocation, or else why there is none. */
export function summary(result: Awaited<ReturnType<typeof validatePath>>): unknown {
  return result.ok ? result.value.revocation : result.refusal;
}

export const VALID = "not-checked";
export const at = (code: string, certificate: number) => ({ code, certificate });
