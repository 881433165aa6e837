// An offer that is made of others': orders at other MPLI nodes, with the reseller's own keys, ids and agreements.
import { parseJson } from "../../../kernel/json.ts";
import { type Result, ok, refused } from "../../../kernel/result.ts";
import { isObject } from "../../../trust/token/jws.ts";
import type { Party } from "../../orders/party.ts";
import { type Adapter, type Failed, type Tool, failed } from "./adapter.ts";
import type { MpliBinding } from "./mpli/binding.ts";
import type { Layer } from "./mpli/layer.ts";

/** By file: two runs that begin at once must not make two keys. */
const parties = new Map<string, Promise<Party>>();

export function mpli(binding: MpliBinding): Adapter {
  const { customer, did } = binding;
  const party = () => {
    const key = `${customer} ${did}`;
    const known = parties.get(key) ?? partyOf(binding);
    parties.set(key, known);
    // A file that could not be read may be there another time.
    known.catch(() => parties.delete(key));
    return known;
  };
  const does =
    <T>(act: (layer: Layer) => Promise<Result<T, Failed>>) =>
    async (tool: Tool): Promise<T | Failed> => {
      const own = await ownDid(tool);
      if (!own.ok) return own.refusal;
      // What reads manifests is large, and most runners order nothing.
      const { Layer: Here } = await import("./mpli/layer.ts");
      const done = await act(new Here(binding, tool, await party(), own.value));
      return done.ok ? done.value : done.refusal;
    };
  return {
    version: async () => ({ tool: "mpli", version: "1" }),
    plan: does((layer) => layer.plan()),
    apply: does((layer) => layer.apply()),
    suspend: does((layer) => layer.throughout("suspend", "resume")),
    resume: does((layer) => layer.throughout("resume", "suspend")),
    export: does((layer) => layer.exported()),
    rotate: does((layer) => layer.rotated()),
    stop: does((layer) => layer.ended("keep")),
    destroy: does((layer) => layer.ended("erase")),
    lookup: does((layer) => layer.lookup()),
    health: async (tool) => {
      const { healthOf } = await import("./mpli/health.ts");
      return await healthOf(binding, tool, await party());
    },
  };
}

async function partyOf({ customer, did }: MpliBinding): Promise<Party> {
  const { readParty } = await import("../../orders/party.ts");
  return await readParty(customer, did);
}

/** DID of the node whose jobs these are: that is whom the layers below are not to order from again. */
async function ownDid({ ask }: Tool): Promise<Result<string, Failed>> {
  const answer = await ask(({ id }) => id, { method: "GET" });
  const json = answer.ok && answer.value.ok ? parseJson(await answer.value.text()) : undefined;
  const did = json?.ok && isObject(json.value) ? json.value["did"] : undefined;
  return typeof did === "string"
    ? ok(did)
    : refused(failed("node-away", "the node does not say its DID", true));
}
