// Who is registered at a catalogue, as its list says.
import { ask, readObject } from "../node-client/node.ts";

export interface Listing {
  readonly id: string;
  readonly name: string;
  readonly node: string;
  readonly state: string;
  readonly offers?: number;
}

/** Reads the list of a catalogue's providers at its address. */
export async function listProviders(address: string): Promise<Listing[]> {
  const answer = await ask(address, { headers: { Accept: "application/json" } });
  const { provider } = await readObject(answer, address);
  return (Array.isArray(provider) ? provider : []).flatMap((row) => {
    if (!row || typeof row !== "object" || Array.isArray(row)) return [];
    const { id, name, node, state, offers } = row;
    if (typeof id !== "string") return [];
    return {
      id,
      name: typeof name === "string" ? name : id,
      node: typeof node === "string" ? node : "",
      state: typeof state === "string" ? state : "",
      ...(typeof offers === "number" ? { offers } : {}),
    };
  });
}
