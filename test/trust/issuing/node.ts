// A node that issues, over a world in memory, and verifies what it issued.
import { createNode } from "../../../functions/node.ts";
import { refused } from "../../../functions/kernel/result.ts";
import { memoryHost } from "../../support/host.ts";
import { ringOf } from "../../support/issuing.ts";

export const ORIGIN = "https://cloud.example";
export const DID = "did:web:cloud.example";
export const TOKEN = "operator";

export interface IssuingNode {
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  /** Sends JSON, as the operator unless another token is given. */
  readonly post: (path: string, body: unknown, token?: string) => Promise<Answer>;
  /** Verifies a credential that was issued. */
  readonly verify: (credential: unknown) => Promise<Record<string, unknown>>;
  readonly setClock: (time: string) => void;
}

export interface Answer {
  readonly status: number;
  readonly body: Record<string, unknown>;
}

export function issuingNode(keys: object = { ...ringOf() }): IssuingNode {
  let time = new Date("2026-11-02T09:30:00Z");
  const now = () => time;
  const ring = "sign" in keys ? ringOf() : ringOf(keys);
  const app = createNode(
    memoryHost({
      origin: ORIGIN,
      operatorToken: TOKEN,
      now,
      // Nothing of one's own is asked for over the network.
      fetch: async (url) => refused({ code: "unreachable", url, reason: "no network" }),
      bytes: { manifest: 1 << 20, demand: 1 << 20 },
      ring,
    }),
  );
  const request = async (path: string, init?: RequestInit) => app.request(new Request(ORIGIN + path, init));
  const post = async (path: string, body: unknown, token = TOKEN) => {
    const headers = { "Content-Type": "application/json", Authorization: `Bearer ${token}` };
    const answer = await request(path, { method: "POST", headers, body: JSON.stringify(body) });
    return { status: answer.status, body: (await answer.json()) as Record<string, unknown> };
  };
  return {
    request,
    post,
    verify: async (verifiableCredential) =>
      (await post("/credentials/verify", { verifiableCredential })).body,
    setClock: (at) => {
      time = new Date(at);
    },
  };
}

export const CONTEXT = "https://www.w3.org/ns/credentials/v2";

/** A credential as an operator writes it. */
export function credential(more: object = {}): object {
  return {
    "@context": [CONTEXT],
    type: ["VerifiableCredential"],
    credentialSubject: { id: "did:web:customer.example", name: "Customer" },
    ...more,
  };
}

/** What a token says. */
export function payloadOf({ verifiableCredential }: Record<string, unknown>): Record<string, unknown> {
  const { id } = verifiableCredential as { id: string };
  return JSON.parse(Buffer.from(id.split(".")[1] ?? "", "base64url").toString());
}
