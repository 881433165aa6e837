// What comes with something else is verified for this node, for its request where it names one, and by its policy.
import { describe, expect, it } from "vitest";
import { memoryNonces } from "../../../functions/host/memory.ts";
import { refused } from "../../../functions/kernel/result.ts";
import { policiesOf } from "../../../functions/trust/policy/policies.ts";
import { openRequest } from "../../../functions/trust/presentation/request.ts";
import { shows } from "../../../functions/trust/presentation/shown.ts";
import { presentationVerifier } from "../../../functions/trust/presentation/verifier.ts";
import { issuer } from "../../conformance/steps/credentials.ts";
import {
  ANY_CREDENTIAL,
  held,
  presentation,
  presentationToken,
} from "../../conformance/steps/presentations.ts";

const ME = "did:web:node.example";
const URL_ASKED = "https://node.example/matches";
const NOW = new Date("2026-11-02T12:00:00Z");
const HOLDER = issuer();

function node(policy?: string) {
  const nonces = memoryNonces(new Uint8Array(32).fill(1), () => NOW);
  let made = 0;
  const chance = (bytes: number) => new Uint8Array(bytes).fill(++made);
  const did = () => ME;
  const verify = presentationVerifier({
    fetch: async (url) => refused({ code: "unreachable", url, reason: "no network" }),
    now: () => NOW,
    loopback: false,
    own: { origin: () => "https://node.example", answer: async () => new Response(null, { status: 404 }) },
    bodyLimit: 1_000,
    policies: () => policiesOf(policy),
    nonces,
    chance,
    did,
  });
  const open = async () =>
    openRequest(ANY_CREDENTIAL as never, ME, { secret: await nonces.secret(), chance, now: NOW.getTime() });
  const show = shows(verify, did);
  return {
    open,
    show: (text: string, request?: string) =>
      show({ presented: { form: "token", text }, ...(request === undefined ? {} : { request }) }, URL_ASKED),
  };
}

const made = (more: object, credentials = [held(HOLDER)]) =>
  presentationToken(HOLDER, presentation(HOLDER, credentials, more as never));

describe("what is shown", () => {
  it("stands for this node, without a request too, and has its credentials then", async () => {
    const shown = await node().show(made({ aud: ME }));
    expect(shown).toMatchObject({ faults: [], credentials: [{ outcome: "valid", isOfHolder: true }] });
    expect(shown.digest).toMatch(/^[0-9a-f]{64}$/);
    expect(shown.holder).toBe(HOLDER.did);
  });

  it("does not stand for another node, for nobody or with another nonce, and has none then", async () => {
    const { open, show } = node();
    const { id, nonce } = await open();
    for (const [more, request, fault] of [
      [{}, undefined, "audience-mismatch"],
      [{ aud: "did:web:other.example" }, undefined, "audience-mismatch"],
      [{ aud: ME, nonce: "n" }, id, "nonce-mismatch"],
      [{ aud: "did:web:other.example", nonce }, id, "audience-mismatch"],
      [{ aud: ME, nonce }, "x", "request-unknown"],
    ] as const) {
      const shown = await show(made(more), request as string | undefined);
      expect(shown).toEqual({ digest: shown.digest, faults: [fault] });
    }
  });

  it("answers a request once, however many come at a time", async () => {
    const { open, show } = node();
    const { id, nonce } = await open();
    const text = made({ aud: ME, nonce });
    const all = await Promise.all(Array.from({ length: 4 }, () => show(text, String(id))));
    expect(all.filter(({ credentials }) => credentials).length).toBe(1);
    expect(all.flatMap(({ faults }) => faults)).toEqual(Array(3).fill("request-used"));
  });

  it("stands with credentials of others, which it says are", async () => {
    const shown = await node().show(made({ aud: ME }, [held(issuer()), held(HOLDER)]));
    expect(shown.faults).toEqual(["holder-not-subject"]);
    expect(shown.credentials?.map(({ isOfHolder }) => isOfHolder)).toEqual([false, true]);
  });

  it("is weighed by the policy of the node", async () => {
    const shown = await node("gaia-x").show(made({ aud: ME }));
    expect(shown.faults).toEqual([]);
    expect(shown.credentials?.map(({ outcome }) => outcome)).not.toContain("valid");
  });
});
