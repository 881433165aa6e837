// The catalogue's ProviderBook port on the Durable Object, with a copy of the book in the isolate for a few seconds.
import type { ProviderBook, Registration } from "../../catalogue/ports.ts";
import type { Catalogue } from "./catalogue.ts";

/** `heldSeconds`: a swapped snapshot is seen by readers at most this much later. */
export function catalogueBook(
  stub: () => DurableObjectStub<Catalogue>,
  now: () => number,
  heldSeconds: number,
): ProviderBook & { harvest: (origin: string) => Promise<boolean> } {
  // The book itself is held, never a promise of it: a request may not wait for what another one has under way.
  let held: { book: readonly Registration[]; until: number } | undefined;
  const forget = () => (held = undefined);
  return {
    async list() {
      if (held && now() < held.until) return held.book;
      const book = (await stub().list()) as readonly Registration[];
      held = { book, until: now() + heldSeconds * 1000 };
      return book;
    },
    register: async (origin) => await stub().register(origin).finally(forget),
    remove: async (origin) => await stub().remove(origin).finally(forget),
    harvest: async (origin) => await stub().harvestNow(origin).finally(forget),
  };
}
