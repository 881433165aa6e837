// The clearing houses whose addresses are known, and whom a participant that goes to one of them believes.
import type { TrustPolicy } from "../policy/policy.ts";
import { REGISTERS } from "./notary.ts";

export interface House {
  readonly title: string;
  /** Base addresses with their version. */
  readonly notary: string;
  readonly compliance: string;
}

/**
 * As public clients have them in 2026. Houses come and go, so any other is named by its two addresses. What the
 * laboratory signs is for trying: nobody trusts it.
 */
export const HOUSES = {
  cispe: {
    title: "CISPE",
    notary: "https://notary.cispe.gxdch.clouddataengine.io/v2",
    compliance: "https://compliance.cispe.gxdch.clouddataengine.io/v2",
  },
  deltadao: {
    title: "deltaDAO",
    notary: "https://www.delta-dao.com/notary/v2",
    compliance: "https://www.delta-dao.com/compliance/v2",
  },
  pfalzkom: {
    title: "Pfalzkom",
    notary: "https://trust-anker.pfalzkom-gxdch.de/v2",
    compliance: "https://compliance.pfalzkom-gxdch.de/v2",
  },
  lab: {
    title: "Gaia-X laboratory",
    notary: "https://registrationnumber.notary.lab.gaia-x.eu/development",
    compliance: "https://compliance.lab.gaia-x.eu/development",
  },
} as const satisfies Record<string, House>;

/** The did:web of whoever answers at a base address: its host and path are the DID. */
export function didAt(base: string): string {
  const { host, pathname } = new URL(base);
  return ["did:web", encodeURIComponent(host), ...pathname.split("/").filter(Boolean)].join(":");
}

/** Numbers from the notaries, labels from the compliance services, each from no other; by default of the house itself. */
export function housePolicy(
  house: House,
  { notaries = [didAt(house.notary)], compliances = [didAt(house.compliance)] }: Accepted = {},
): TrustPolicy {
  const numbers = Object.values(REGISTERS).map(({ type }) => type);
  return {
    name: "clearing-house",
    title: `What ${house.title} signs`,
    version: 1,
    rules: [
      { effect: "accept", issuers: notaries, types: numbers },
      { effect: "accept", issuers: compliances, types: ["gx:LabelCredential"] },
    ],
  };
}

export interface Accepted {
  readonly notaries?: readonly string[];
  readonly compliances?: readonly string[];
}
