// Who takes part in the local federation: a catalogue at the base port, a provider at each port after it, and behind them a
// certification body.
import type { NodeDescription } from "../../host/node/workerd-config.ts";
import type { FederationManifest } from "./manifests.ts";
import { didOfKey } from "../runner/identity.ts";
import type { Secrets } from "./secrets.ts";

export interface Member extends NodeDescription {
  readonly origin: string;
  readonly operatorToken: string;
}

export interface Provider extends Member {
  readonly publishes: FederationManifest;
  /** Private key of the runner that delivers what it sells. */
  readonly runnerKey?: JsonWebKey;
}

export interface Federation {
  readonly catalogue: Member;
  readonly providers: readonly Provider[];
  /** Issues certificates to providers. */
  readonly certifier: Member;
}

/** Changed manifests are noticed within this time without being announced. */
const HARVEST_SECONDS = "60";
/** A runner that was killed is missed within this time. */
const LEASE_SECONDS = "10";

/** Nodes answer as `localhost`, not as 127.0.0.1: did:web permits no IP address. */
export async function federation(
  basePort: number,
  manifests: readonly FederationManifest[],
  secretsOf: (name: string) => Promise<Secrets>,
): Promise<Federation> {
  const member = async (
    name: string,
    port: number,
    roles: readonly string[],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Member> => {
    const { operatorToken, signingKey } = await secretsOf(name);
    const origin = `http://localhost:${port}`;
    const bindings = {
      MPLI_ORIGIN: origin,
      MPLI_LOCAL: "1",
      MPLI_HARVEST_SECONDS: HARVEST_SECONDS,
      MPLI_OPERATOR_TOKEN: operatorToken,
      MPLI_SIGNING_KEY: JSON.stringify(signingKey),
      ...settings,
    };
    return { name, port, roles, bindings, origin, operatorToken };
  };
  const provider = async (publishes: FederationManifest, index: number): Promise<Provider> => {
    const { name, roles, runner } = publishes;
    const port = basePort + 1 + index;
    if (!runner) return { ...(await member(name, port, roles)), publishes };
    const { signingKey: runnerKey } = await secretsOf(`${name}-runner`);
    const settings = { MPLI_RUNNERS: didOfKey(runnerKey), MPLI_LEASE_SECONDS: LEASE_SECONDS };
    return { ...(await member(name, port, roles, settings)), publishes, runnerKey };
  };
  return {
    catalogue: await member("catalogue", basePort, ["catalogue"]),
    providers: await Promise.all(manifests.map(provider)),
    certifier: await member("certifier", basePort + 1 + manifests.length, ["verifier"]),
  };
}
