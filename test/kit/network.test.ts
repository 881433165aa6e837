// Where the kit's parties listen: each at an origin of its own where there are enough, one after another where there are few.
import { request } from "node:http";
import { afterEach, expect, test } from "vitest";
import type { Issuer } from "../conformance/steps/credentials.ts";
import { issuerAt } from "../conformance/steps/credentials.ts";
import { Undecided } from "../conformance/outcome.ts";
import { type Listening, NEEDS_ORIGINS, realNetwork } from "../conformance/parties/network.ts";
import type { Party } from "../conformance/parties/provider.ts";
import { reply } from "../conformance/parties/provider.ts";

const HOST = "127.0.0.1";
const open: Listening[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const saying = (text: string) => () => reply(200, "text/plain", text);

/** What is answered at a port of this machine to who asks for a host. */
function asked(port: number, host: string): Promise<string> {
  return new Promise((resolve) => {
    const sent = request({ host: HOST, port, headers: { host } }, async (answer) => {
      resolve((await answer.toArray()).join(""));
    });
    sent.on("error", () => resolve("hung up"));
    sent.end();
  });
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const one = await realNetwork([{ host: HOST, port: 0 }]).listen(saying(""));
  await one.close();
  return Number(new URL(one.origin).port);
}

async function listen(network: ReturnType<typeof realNetwork>, text: string): Promise<Listening> {
  const one = await network.listen(saying(text));
  open.push(one);
  return one;
}

test("on this machine any number of parties is open at a time, each at an origin that comes once", async () => {
  const network = realNetwork([{ host: HOST, port: 0 }]);
  const [one, other] = [await listen(network, "one"), await listen(network, "other")];
  expect(one.origin).not.toBe(other.origin);
  expect([network.isNarrow, one.place]).toEqual([false, undefined]);
});

test("behind a name with a star any number is open at one port, and each hears what is for it", async () => {
  const port = await freePort();
  const network = realNetwork([{ host: HOST, port, reachedAt: "https://*.kit.example" }]);
  const [one, other] = [await listen(network, "one"), await listen(network, "other")];
  const hostOf = ({ origin }: Listening) => new URL(origin).host;
  expect(one.origin).toMatch(/^https:\/\/party-[0-9a-f]{8}\.kit\.example$/);
  expect(await asked(port, hostOf(one))).toBe("one");
  expect(await asked(port, hostOf(other))).toBe("other");
  expect(await asked(port, "kit.example")).toBe("hung up");
  expect([network.isNarrow, one.place]).toEqual([false, undefined]);
});

test("its port is open as long as a party is", async () => {
  const port = await freePort();
  const network = realNetwork([{ host: HOST, port, reachedAt: "https://*.kit.example" }]);
  for (const text of ["one", "another"]) {
    const party = await network.listen(saying(text));
    expect(await asked(port, new URL(party.origin).host)).toBe(text);
    await party.close();
    expect(await asked(port, new URL(party.origin).host)).toBe("hung up");
  }
});

test("at ports that are given there are as many as ports; what needs more is untested", async () => {
  const places = [
    { host: HOST, port: await freePort(), reachedAt: "https://one.example" },
    { host: HOST, port: await freePort(), reachedAt: "https://two.example" },
  ];
  const network = realNetwork(places);
  const one = await network.listen(saying("one"));
  await listen(network, "two");
  await expect(network.listen(saying("three"))).rejects.toEqual(new Undecided("untested", NEEDS_ORIGINS));
  await one.close();
  expect((await listen(network, "three")).origin).toBe("https://one.example");
  expect(network.isNarrow).toBe(true);
});

const partyAt = (place?: object): Party =>
  ({ did: "did:web:one.example", answer: () => undefined, ...(place ? { place } : {}) }) as unknown as Party;
const keyOf = ({ jwk }: Issuer) => jwk;

test("a party at an origin that comes again signs with the key that the target may remember", () => {
  const place = {};
  expect(keyOf(issuerAt(partyAt(place)))).toEqual(keyOf(issuerAt(partyAt(place))));
  expect(keyOf(issuerAt(partyAt()))).not.toEqual(keyOf(issuerAt(partyAt())));
});

test("a DID document that is changed needs an origin that does not come again", () => {
  const change = (document: object) => ({ ...document });
  expect(() => issuerAt(partyAt({}), change)).toThrow(NEEDS_ORIGINS);
  expect(issuerAt(partyAt(), change).did).toBe("did:web:one.example");
});
