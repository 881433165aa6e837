// The catalogue's ProviderBook port on the Durable Object, with a copy of the book in the isolate for a few seconds.
import type { ProviderBook, Registration } from "../../catalogue/ports.ts";
import type { Catalogue } from "./catalogue.ts";

/** A swapped snapshot is seen by readers at most this much later. */
const BOOK_SECONDS = 2;

export function catalogueBook(stub: () => DurableObjectStub<Catalogue>, now: () => number): ProviderBook {
  let held: { book: Promise<readonly Registration[]>; until: number } | undefined;
  const list = async () => (await stub().list()) as readonly Registration[];
  return {
    list() {
      if (!held || now() >= held.until) held = { book: list(), until: now() + BOOK_SECONDS * 1000 };
      return held.book;
    },
    async register(origin) {
      held = undefined;
      return await stub().register(origin);
    },
    async remove(origin) {
      held = undefined;
      return await stub().remove(origin);
    },
  };
}
