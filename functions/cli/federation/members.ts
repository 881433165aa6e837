// Who takes part in the local federation: a catalogue at the base port, a provider at each port after it.
import type { NodeDescription } from "../../host/node/workerd-config.ts";
import type { FederationManifest } from "../federation-data.ts";
import type { Secrets } from "./secrets.ts";

export interface Member extends NodeDescription {
  readonly origin: string;
  readonly operatorToken: string;
}

export interface Provider extends Member {
  readonly publishes: FederationManifest;
}

export interface Federation {
  readonly catalogue: Member;
  readonly providers: readonly Provider[];
}

/** Changed manifests are noticed within this time without being announced. */
const HARVEST_SECONDS = "60";

/** Nodes answer as `localhost`, not as 127.0.0.1: did:web permits no IP address. */
export async function federation(
  basePort: number,
  manifests: readonly FederationManifest[],
  secretsOf: (name: string) => Promise<Secrets>,
): Promise<Federation> {
  const member = async (name: string, port: number, roles: readonly string[]): Promise<Member> => {
    const { operatorToken, signingKey } = await secretsOf(name);
    const origin = `http://localhost:${port}`;
    const bindings = {
      MPLI_ORIGIN: origin,
      MPLI_LOCAL: "1",
      MPLI_HARVEST_SECONDS: HARVEST_SECONDS,
      MPLI_OPERATOR_TOKEN: operatorToken,
      MPLI_SIGNING_KEY: JSON.stringify(signingKey),
    };
    return { name, port, roles, bindings, origin, operatorToken };
  };
  const provider = async (publishes: FederationManifest, index: number) => ({
    ...(await member(publishes.name, basePort + 1 + index, publishes.roles)),
    publishes,
  });
  return {
    catalogue: await member("catalogue", basePort, ["catalogue"]),
    providers: await Promise.all(manifests.map(provider)),
  };
}
