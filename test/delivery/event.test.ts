// Events and their chain: what an event has to have, and that no change to a chain goes unseen.
import { describe, expect, it, test } from "vitest";
import { NOTHING, checkChain } from "../../functions/delivery/events/chain.ts";
import { type ChainedEvent, kindOf, makeEvent, readEvent } from "../../functions/delivery/events/event.ts";
import { sha256Hex } from "../../functions/kernel/digest.ts";
import type { Json } from "../../functions/kernel/json.ts";
import { ORDER_ID, PROVIDER, chainOf, jsonOf } from "./events.ts";

const [first, second] = chainOf(2) as [ChainedEvent, ChainedEvent];

describe("an event", () => {
  it("is a CloudEvent in the one spelling that its digest is of", () => {
    expect(second.text).toBe(
      `{"data":{"milestone":"made-2"},"datacontenttype":"application/json","generation":1,` +
        `"id":"${ORDER_ID}:2","previousdigest":"${first.digest}","sequence":"2",` +
        `"source":"${PROVIDER}/orders/${ORDER_ID}","specversion":"1.0","subject":"${ORDER_ID}",` +
        `"time":"2026-11-23T12:00:20.000Z","type":"org.w3id.mpli.order.progress"}`,
    );
    expect(second.digest).toBe(sha256Hex(second.text));
    expect(kindOf(second.event)).toBe("progress");
  });

  it("is read in whatever order its members come", () => {
    const shuffled = Object.fromEntries(Object.entries(jsonOf(second)).reverse());
    expect(readEvent(shuffled)).toEqual({ ok: true, value: second });
  });

  it("may have members and kinds of later versions, which its digest covers", () => {
    const later = { ...jsonOf(first), type: "org.w3id.mpli.order.later", more: [1] };
    const read = readEvent(later);
    expect(read).toMatchObject({ ok: true, value: { sequence: 1 } });
    expect(read.ok && read.value.digest).not.toBe(first.digest);
    expect(read.ok && kindOf(read.value.event)).toBe(undefined);
  });

  test.each<[string, Json]>([
    ["specversion", "0.3"],
    ["sequence", 2],
    ["sequence", "02"],
    ["sequence", "0"],
    ["subject", ""],
    ["id", `${ORDER_ID}:3`],
    ["source", `${PROVIDER}/orders/other`],
    ["source", `/orders/${ORDER_ID}`],
    ["type", "com.example.order"],
    ["time", "yesterday"],
    ["time", "2026-13-23T12:00:20Z"],
    ["datacontenttype", "text/plain"],
    ["generation", "1"],
    ["generation", 0.5],
    ["previousdigest", null],
    ["previousdigest", first.digest.toUpperCase()],
    ["data", []],
  ])("is refused for its %s when that is %j", (member, value) => {
    expect(readEvent({ ...jsonOf(second), [member]: value })).toEqual({
      ok: false,
      refusal: { code: "malformed-event", member: member === "sequence" ? "sequence" : member },
    });
  });

  it("is refused when it is the first and has one before it, or is no object", () => {
    const refused = (member: string) => ({ ok: false, refusal: { code: "malformed-event", member } });
    expect(readEvent({ ...jsonOf(first), previousdigest: second.digest })).toEqual(refused("previousdigest"));
    expect(readEvent([])).toEqual(refused("event"));
  });
});

describe("a chain", () => {
  const chain = chainOf(6);
  const head = { sequence: 6, digest: chain[5]?.digest };

  it("holds from its first event to its last, at once or in parts", () => {
    expect(checkChain(chain)).toEqual({ ok: true, value: head });
    const middle = checkChain(chain.slice(0, 3));
    expect(middle.ok && checkChain(chain.slice(3), middle.value)).toEqual({ ok: true, value: head });
    expect(checkChain([])).toEqual({ ok: true, value: NOTHING });
  });

  it("breaks where one is left out", () => {
    expect(checkChain(chain.toSpliced(3, 1))).toEqual({
      ok: false,
      refusal: { code: "sequence-gap", at: 4, found: 5 },
    });
  });

  it("breaks behind one that was changed, at the latest", () => {
    const other = chainOf(6, "changed");
    const exchanged = chain.with(2, other[2] as ChainedEvent);
    expect(checkChain(exchanged)).toEqual({ ok: false, refusal: { code: "chain-broken", at: 3 } });
    const edited = readEvent({ ...jsonOf(chain[2] as ChainedEvent), data: { milestone: "never" } });
    const forged = edited.ok ? chain.with(2, edited.value) : chain;
    expect(checkChain(forged)).toEqual({ ok: false, refusal: { code: "chain-broken", at: 4 } });
  });

  it("breaks at an event of another order", () => {
    const place = { order: "other", origin: PROVIDER, sequence: 2, generation: 1, previous: first.digest };
    const other = makeEvent(place, { kind: "state", data: {} }, new Date(0));
    expect(checkChain([first, other])).toMatchObject({
      ok: false,
      refusal: { code: "another-order", at: 2, source: `${PROVIDER}/orders/other` },
    });
  });
});
