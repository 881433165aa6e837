// How a runner or a customer signs what it sends to a node.
import { type MessageSigner, REQUEST_TAG, type Unsigned, signedHeaders } from "../../edge/http-signature.ts";

/** What a request has to carry to be signed: the headers of its content among them. */
export type SignRequest = (request: Unsigned) => Promise<Record<string, string>>;

/** Signs with the tag of requests to nodes. `now` is in milliseconds. */
export function requestSigner(signer: MessageSigner, now: () => number): SignRequest {
  return (request) =>
    signedHeaders(request, signer, {
      tag: REQUEST_TAG,
      created: Math.floor(now() / 1000),
      nonce: crypto.randomUUID(),
    });
}
