// The two minimal parties over real HTTP on this machine, the provider registered at the catalogue.
import { start as startCatalogue } from "../conformance/minimal/catalogue.mjs";
import { start as startProvider } from "../conformance/minimal/provider.mjs";

export const TOKEN = "operator-of-the-minimal-catalogue";
/** Short, since the catalogue has no trigger: what it does in its own time has to be waited for. */
const HARVEST_SECONDS = 0.3;
const MOST_PROVIDERS = 4;

export interface MinimalParties {
  /** Origins. */
  readonly provider: string;
  readonly catalogue: string;
  close(): Promise<void>;
}

export async function minimalParties(): Promise<MinimalParties> {
  const provider = await startProvider({ port: 0 });
  const settings = { local: true, harvestSeconds: HARVEST_SECONDS, mostProviders: MOST_PROVIDERS };
  const catalogue = await startCatalogue({ port: 0, token: TOKEN, ...settings });
  const headers = { Authorization: `Bearer ${TOKEN}`, "Content-Type": "application/json" };
  const body = JSON.stringify({ url: provider.origin });
  const registered = await fetch(`${catalogue.origin}/providers`, { method: "POST", headers, body });
  if (registered.status !== 201) throw new Error(await registered.text());
  return {
    provider: provider.origin,
    catalogue: catalogue.origin,
    async close() {
      await Promise.all([provider.close(), catalogue.close()]);
    },
  };
}
