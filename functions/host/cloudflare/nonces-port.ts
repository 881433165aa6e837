// The Nonces port on the Durable Object; the secret, which never changes, is asked for once an isolate.
import type { Nonces as NoncesPort } from "../../trust/presentation/ports.ts";
import type { Nonces } from "./nonces.ts";

export function noncesPort(stub: () => DurableObjectStub<Nonces>): NoncesPort {
  let known: Uint8Array | undefined;
  return {
    // The secret itself is held, never a promise of it: a request may not wait for what another one has under way.
    secret: async () => known ?? (known = new Uint8Array(await stub().secret())),
    consume: async (use) => await stub().consume(use),
  };
}
