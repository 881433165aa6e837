// The book of issuance on its Durable Object, with copies of status lists in the isolate for a few seconds.
import { BoundedMap } from "../../edge/bounded-map.ts";
import type { IssuanceBook, IssuedCredential, ListState } from "../../trust/issuing/ports.ts";
import type { Issuance } from "./issuance.ts";

/** How long a change made in another isolate may go unseen here; lists declare a longer max-age than this. */
const LIST_SECONDS = 5;

export function issuanceBook(stub: () => DurableObjectStub<Issuance>, now: () => number): IssuanceBook {
  // Sizes are indexes, and one for each list.
  const held = new BoundedMap<{ state: ListState; until: number } | undefined>(200_000);
  return {
    reserve: async (reservation) => await stub().reserve(reservation),
    seal: async (id, digest) => await stub().seal(id, digest),
    async change(id, changes) {
      const changed = await stub().change(id, changes);
      if (changed.ok) for (const { list } of changed.value.status) held.set(String(list), undefined, 0);
      return changed;
    },
    async list(list) {
      const known = held.get(String(list));
      if (known && now() < known.until) return known.state;
      const state = (await stub().list(list)) as ListState | undefined;
      if (state) held.set(String(list), { state, until: now() + LIST_SECONDS * 1000 }, 1 + state.set.length);
      return state;
    },
    find: async (id) => (await stub().find(id)) as IssuedCredential | undefined,
    issuedAfter: async (sequence, limit) =>
      (await stub().issuedAfter(sequence, limit)) as readonly IssuedCredential[],
  };
}
