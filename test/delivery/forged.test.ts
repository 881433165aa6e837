// A hundred thousand messages that were not signed as they arrive: forged, cut, spliced, sent elsewhere, sent again.
import { beforeAll, describe, expect, it } from "vitest";
import type { SignedMessage } from "../../functions/edge/signature-base.ts";
import { contentDigest } from "../../functions/edge/content-digest.ts";
import { CALLBACK_TAG } from "../../functions/edge/http-signature.ts";
import { type CallerPorts, callerOf } from "../../functions/trust/caller.ts";
import { chances } from "./chances.ts";
import { ED25519, NOW, ORDER, P256, bytes, identity, portsAt, signedMessage } from "./signing.ts";

/** A message as its parts, so that each may be changed. */
interface Parts {
  readonly method: string;
  readonly url: string;
  readonly body: string;
  readonly type: string;
  readonly digest: string;
  readonly input: string;
  readonly signature: string;
}
type Part = keyof Parts;
const PARTS: readonly Part[] = ["method", "url", "body", "type", "digest", "input", "signature"];

const partsOf = ({ method, url, headers, body }: SignedMessage): Parts => ({
  method,
  url,
  body: new TextDecoder().decode(body),
  type: headers.get("content-type") ?? "",
  digest: headers.get("content-digest") ?? "",
  input: headers.get("signature-input") ?? "",
  signature: headers.get("signature") ?? "",
});

/** Undefined where no HTTP message could have these parts. */
function messageOf(parts: Parts): SignedMessage | undefined {
  try {
    const headers = new Headers();
    const named = { "content-type": parts.type, "content-digest": parts.digest };
    const signed = { "signature-input": parts.input, signature: parts.signature };
    for (const [name, value] of Object.entries({ ...named, ...signed })) if (value) headers.set(name, value);
    return { method: parts.method, url: new URL(parts.url).href, headers, body: bytes(parts.body) };
  } catch {
    return undefined;
  }
}

/** No white space among them: around the parts of a field it means nothing. */
const INK = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).join("");

const cutAt = (text: string, at: number, more: string, skip: number) =>
  text.slice(0, at) + more + text.slice(at + skip);

type Mutation = (parts: Parts, chance: (below: number) => number, others: readonly Parts[]) => Parts;

const pick = <T>(from: readonly T[], chance: (below: number) => number) => from[chance(from.length)] as T;
const change = (parts: Parts, part: Part, text: string): Parts => ({ ...parts, [part]: text });
const ink = (chance: (below: number) => number) => INK[chance(INK.length)] ?? "x";

const MUTATIONS: Readonly<Record<string, Mutation>> = {
  "a character changed": (parts, chance) => {
    const part = pick(PARTS, chance);
    return change(parts, part, cutAt(parts[part], chance(parts[part].length), ink(chance), 1));
  },
  "a character added": (parts, chance) => {
    const part = pick(PARTS, chance);
    return change(parts, part, cutAt(parts[part], chance(parts[part].length + 1), ink(chance), 0));
  },
  "a character lost": (parts, chance) => {
    const part = pick(PARTS, chance);
    return change(parts, part, cutAt(parts[part], chance(parts[part].length), "", 1));
  },
  "cut short": (parts, chance) => {
    const part = pick(PARTS, chance);
    return change(parts, part, parts[part].slice(0, chance(parts[part].length)));
  },
  "spliced with another": (parts, chance, others) => {
    const part = pick(PARTS, chance);
    return change(parts, part, pick(others, chance)[part]);
  },
  "headers of one around the content of another": (parts, chance, others) => {
    const { method, url, body } = pick(others, chance);
    return { ...parts, method, url, body };
  },
  "another body, with its own digest": (parts, chance) => {
    const body = parts.body + ink(chance);
    return { ...parts, body, digest: contentDigest(bytes(body)) };
  },
  "sent elsewhere": (parts, chance) => {
    const url = new URL(parts.url);
    const places: (() => void)[] = [
      () => (url.hostname = `${ink(chance).replace(/\W/, "x")}.example`),
      () => (url.port = String(1 + chance(65_000))),
      () => (url.protocol = "http:"),
      () => (url.pathname += ink(chance)),
      () => (url.search += `&${chance(100)}`),
    ];
    pick(places, chance)();
    return { ...parts, url: url.href };
  },
  "by another method": (parts, chance) => ({
    ...parts,
    method: pick(["GET", "PUT", "POST", "PATCH", "DELETE", "put", "HEAD"], chance),
  }),
  "components in another order": (parts, chance) => ({
    ...parts,
    input: parts.input.replace(/\(([^)]*)\)/, (_, list: string) => {
      const names = list.split(" ");
      const from = names.splice(chance(names.length), 1);
      names.splice(chance(names.length + 1), 0, ...from);
      return `(${names.join(" ")})`;
    }),
  }),
  "fewer components": (parts, chance) => ({
    ...parts,
    input: parts.input.replace(/\(([^)]*)\)/, (_, list: string) => {
      const names = list.split(" ");
      names.splice(chance(names.length), 1);
      return `(${names.join(" ")})`;
    }),
  }),
  "parameters in another order": (parts, chance) => {
    const [list = "", ...parameters] = parts.input.split(";");
    const from = parameters.splice(chance(parameters.length), 1);
    parameters.splice(chance(parameters.length + 1), 0, ...from);
    return { ...parts, input: [list, ...parameters].join(";") };
  },
  "other times": (parts, chance) => ({
    ...parts,
    input: parts.input.replace(
      pick([/created=\d+/, /expires=\d+/], chance),
      (said) => `${said.split("=")[0]}=${NOW - 300 + chance(600)}`,
    ),
  }),
  "twice in one header": (parts, chance, others) => {
    const { input, signature } = pick(others, chance);
    return chance(2) === 0
      ? { ...parts, input: `${parts.input}, ${input}`, signature: `${parts.signature}, ${signature}` }
      : { ...parts, input: `${parts.input}, ${input.replace("mpli=", "more=")}` };
  },
  "a signature of other bytes": (parts, chance) => {
    const random = Uint8Array.from({ length: 62 + chance(5) }, () => chance(256));
    return { ...parts, signature: `mpli=:${btoa(String.fromCharCode(...random))}:` };
  },
};

const MESSAGES = 100_000;
let signed: readonly Parts[];
const isSame = (one: Parts, other: Parts) => PARTS.every((part) => one[part] === other[part]);
/** An address in another spelling is the same address. */
const spelt = (parts: Parts) => ({ ...parts, url: URL.parse(parts.url)?.href.split("#")[0] ?? "" });

const call = async (parts: Parts, ports: CallerPorts) => {
  const message = messageOf(parts);
  return message && callerOf(message, message.body, ports);
};

beforeAll(async () => {
  const signers = [(await identity(ED25519)).signer, (await identity(P256)).signer];
  const json = { type: "application/json", body: bytes('{"bindings":["ansible:volume"],"waitSeconds":25}') };
  const requests = [
    ORDER,
    { method: "POST", url: "https://cloud.example/jobs/lease", content: json },
    { method: "GET", url: "https://cloud.example/orders/0192d1c2/events?after=3" },
  ];
  const messages = signers.flatMap((signer) =>
    requests.map((request, index) => signedMessage(request, signer, { nonce: `nonce-${index}` })),
  );
  signed = (await Promise.all(messages)).map(partsOf);
});

describe("of a hundred thousand messages", () => {
  it("those that were signed are accepted, and none of those that were not", {
    timeout: 120_000,
  }, async () => {
    const ports = portsAt(NOW);
    for (const parts of signed) expect(await call(parts, ports)).toMatchObject({ ok: true });
    const chance = chances(9421);
    const names = Object.keys(MUTATIONS);
    const codes = new Set<string>();
    const accepted: object[] = [];
    const forge = async (name: string) => {
      const original = pick(signed, chance);
      const parts = MUTATIONS[name]?.(original, chance, signed) ?? original;
      if (signed.some((other) => isSame(spelt(parts), other))) return 0;
      const called = await call(parts, ports);
      if (called?.ok) accepted.push({ name, parts, original });
      else if (called) codes.add(called.refusal.code);
      return called ? 1 : 0;
    };
    let forged = 0;
    while (forged < MESSAGES) for (const one of await Promise.all(names.map(forge))) forged += one;
    expect(accepted).toEqual([]);
    expect([...codes].sort()).toEqual([
      "digest-mismatch",
      "key-unknown",
      "signature-incomplete",
      "signature-invalid",
      "signature-malformed",
      "signature-missing",
      "signature-stale",
    ]);
  });

  it("each is accepted in its time, never too early or too late, and never as a callback", async () => {
    for (const parts of signed) {
      expect(await call(parts, portsAt(NOW - 301))).toMatchObject({ ok: false });
      expect(await call(parts, portsAt(NOW + 301))).toMatchObject({ ok: false });
      expect(await call(parts, portsAt(NOW))).toMatchObject({ ok: true });
      const message = messageOf(parts);
      const asCallback = message && callerOf(message, message.body, portsAt(NOW), CALLBACK_TAG);
      expect(await asCallback).toMatchObject({ ok: false, refusal: { code: "signature-missing" } });
    }
  });
});
