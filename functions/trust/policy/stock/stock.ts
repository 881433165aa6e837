// The policies that every node has.
import type { TrustPolicy } from "../policy.ts";
import { EIDAS } from "./eidas.ts";
import { GAIA_X } from "./gaia-x.ts";
import { OPEN } from "./open.ts";

export const STOCK: readonly TrustPolicy[] = [OPEN, GAIA_X, EIDAS];
