// The API description against the node: every answer that it declares is seen, and no other is.
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it, test } from "vitest";
import { type Network, network } from "../support/catalogue.ts";
import { PREFIXES, manifest, many } from "../support/manifests.ts";
import { TOKEN, providerNode } from "../support/provider.ts";
import {
  type Sent,
  heldOrders,
  orderDelivered,
  ordersRefused,
  shop,
  signaturesRefused,
} from "./observed-delivery.ts";
import { statesKept } from "./observed-states.ts";
import { DECLARED, seen } from "./observer.ts";
import { ORIGIN, type Settings, type WholeNode, wholeNode } from "./whole-node.ts";

const observed = new Set<string>();
const other = providerNode({ origin: "https://other.example" });
const net: Network = network(other);
const make = (settings: Partial<Settings> = {}) => wholeNode({ net, ...settings });
const whole = make();

const OPERATOR = { Authorization: `Bearer ${TOKEN}` };
const TURTLE = { ...OPERATOR, "Content-Type": "text/turtle" };
const JSON_LD = { ...OPERATOR, "Content-Type": "application/ld+json" };
const JSON_TYPE = { ...OPERATOR, "Content-Type": "application/json" };

/** Sends a request for the operation; the answer must be as it is declared. */
async function send(
  operation: string,
  { at, headers = {}, body, node = whole, isStream }: Sent = {},
): Promise<string> {
  const [method = "", path = ""] = operation.split(" ");
  const init = { method, headers, ...(body === undefined ? {} : { body, duplex: "half" }) };
  const response = await node.request(at ?? path, init);
  const { key, faults } = await seen(method, path, isStream ? await beginning(response) : response);
  expect(faults, key).toEqual([]);
  observed.add(key);
  return key.slice(operation.length + 1);
}

/** A stream's first chunk as the whole body. */
async function beginning(response: Response): Promise<Response> {
  const reader = response.body?.getReader();
  const first = await reader?.read();
  await reader?.cancel();
  return new Response(first?.value, response);
}

const DEMAND_DOORS = ["POST /matches", "POST /matches/compose"];
const GRAPH_DOORS = ["PUT /manifest", "POST /manifest/check", ...DEMAND_DOORS];
const ISSUING_DOORS = ["POST /credentials/issue", "POST /credentials/status"];
const JSON_DOORS = ["POST /providers", "DELETE /providers", "POST /test/trigger", ...ISSUING_DOORS];
const OPERATORS_DOORS = ["PUT /manifest", "POST /manifest/check", ...JSON_DOORS];
const VERIFY = "POST /credentials/verify";
const VERIFY_PRESENTATION = "POST /presentations/verify";
const REQUEST_PRESENTATION = "POST /presentations/requests";
const TRUST_DOORS = [VERIFY, VERIFY_PRESENTATION, REQUEST_PRESENTATION];

const invalidUtf8 = new Uint8Array([0x22, 0xff, 0x22]);
const deep = `${"[".repeat(70)}${"]".repeat(70)}`;

const JSON_BODIES: readonly [string, BodyInit][] = [
  ["400 not-utf-8", invalidUtf8],
  ["400 malformed-json", "{"],
  ["400 duplicate-name", '{"url":"a","url":"b"}'],
  ["400 too-deep", deep],
];

describe("every door that takes a body", () => {
  test.each([...GRAPH_DOORS, ...JSON_DOORS, ...TRUST_DOORS])(
    "%s says what is wrong with it",
    async (door) => {
      const type = GRAPH_DOORS.includes(door) ? JSON_LD : JSON_TYPE;
      for (const [answer, body] of JSON_BODIES)
        expect(await send(door, { headers: type, body })).toBe(answer);
      const zipped = { ...type, "Content-Encoding": "gzip" };
      expect(await send(door, { headers: zipped, body: "{}" })).toBe("415 unsupported-encoding");
      const image = { ...OPERATOR, "Content-Type": "image/png" };
      expect(await send(door, { headers: image, body: "{}" })).toBe("415 unsupported-media-type");
      const long = { headers: type, body: `{"a":"${"x".repeat(5000)}"}`, node: make({ bodyLimit: 1000 }) };
      expect(await send(door, long)).toBe("413 body-too-large");
    },
  );

  const GRAPH_BODIES: readonly [string, Record<string, string>, string][] = [
    ["400 unknown-context", JSON_LD, '{"@context":"https://elsewhere.example/"}'],
    ["400 malformed-json-ld", JSON_LD, '{"@context":"https://w3id.org/mpli/context/v1","memmory":"1 By"}'],
    ["400 malformed-graph", TURTLE, "mpli:x a mpli:y ."],
    ["422 graph-too-large", JSON_LD, `[${"[],".repeat(1 << 19)}{}]`],
    ["400 unsupported-term", TURTLE, "<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> ."],
  ];
  test.each(GRAPH_DOORS)("%s says what is wrong with a graph", async (door) => {
    for (const [answer, headers, body] of GRAPH_BODIES)
      expect(await send(door, { headers, body })).toBe(answer);
  });
});

test("a credential is verified, or there is none", async () => {
  const body = readFileSync("spec/examples/verify.request.json", "utf8");
  expect(await send(VERIFY, { headers: JSON_TYPE, body })).toBe("200");
  expect(await send(VERIFY, { headers: JSON_TYPE, body: "{}" })).toBe("422 no-credential");
  const unknown = body.replace(/}\s*$/, ', "options": { "profile": "mine" } }');
  expect(await send(VERIFY, { headers: JSON_TYPE, body: unknown })).toBe("422 unknown-profile");
});

test("a credential is verified by a policy of the node, by one in the request, or the policy is none", async () => {
  const request = JSON.parse(readFileSync("spec/examples/verify-by-policy.request.json", "utf8")) as object;
  const by = (policy: unknown) =>
    send(VERIFY, { headers: JSON_TYPE, body: JSON.stringify({ ...request, options: { policy } }) });
  const { rule, ...mine } = JSON.parse(readFileSync("spec/examples/policy.json", "utf8")) as {
    rule: unknown;
  };
  expect(await by("gaia-x")).toBe("200");
  expect(await by({ ...mine, rule })).toBe("200");
  expect(await by("gaiax")).toBe("422 unknown-policy");
  expect(await by(mine)).toBe("422 malformed-policy");
  expect(await by({ ...mine, rule: { effect: "accept" } })).toBe("422 bare-rule");
  const many = Array.from({ length: 1001 }, (_, index) => ({ effect: "deny", credentialType: `T${index}` }));
  expect(await by({ ...mine, rule: many })).toBe("422 policy-too-large");
  const imports = { policy: "https://other.example/policy", digest: "0".repeat(64) };
  expect(await by({ ...mine, rule, imports })).toBe("422 policy-with-imports");
  expect(await by({ ...mine, rule, name: "open" })).toBe("422 policy-name-taken");
});

test("policies are listed and read", async () => {
  expect(await send("GET /trust/policy")).toBe("200");
  const read = (name: string, headers: Record<string, string> = {}) =>
    send("GET /trust/policy/{name}", { at: `/trust/policy/${name}`, headers });
  expect(await read("gaia-x")).toBe("200");
  expect(await read("gaia-x", { "If-None-Match": "*" })).toBe("304");
  expect(await read("gaia-x", { Accept: "image/png" })).toBe("406 not-acceptable");
  expect(await read("gaiax")).toBe("404 no-such-policy");
});

test("a presentation is asked for and verified, or there is none", async () => {
  const sent = (name: string) => readFileSync(`spec/examples/${name}.request.json`, "utf8");
  const to = (door: string, body: string) => send(door, { headers: JSON_TYPE, body });
  expect(await to(REQUEST_PRESENTATION, sent("request-presentation"))).toBe("200");
  expect(await to(REQUEST_PRESENTATION, "{}")).toBe("422 malformed-query");
  const presentation = sent("verify-presentation");
  expect(await to(VERIFY_PRESENTATION, presentation)).toBe("200");
  expect(await to(VERIFY_PRESENTATION, "{}")).toBe("422 no-presentation");
  const { options: _, ...rest } = JSON.parse(presentation) as { options: unknown };
  const challenged = JSON.stringify({ ...rest, options: { challenge: 7 } });
  expect(await to(VERIFY_PRESENTATION, challenged)).toBe("422 malformed-options");
});

describe("every door of the operator", () => {
  test.each(OPERATORS_DOORS)("%s is closed to others", async (door) => {
    expect(await send(door, { body: "{}" })).toBe("401 operator-only");
    expect(await send(door, { body: "{}", node: make({ token: "" }) })).toBe("403 no-operator");
  });

  test("the list of what was issued is closed to others", async () => {
    expect(await send("GET /credentials/issued")).toBe("401 operator-only");
    expect(await send("GET /credentials/issued", { node: make({ token: "" }) })).toBe("403 no-operator");
  });
});

test("a credential is issued, revoked and listed", async () => {
  const node = make();
  const post = (door: string, body: object) =>
    send(door, { node, headers: JSON_TYPE, body: JSON.stringify(body) });
  const { credential } = JSON.parse(readFileSync("spec/examples/issue.request.json", "utf8"));
  const issue = (more: object, options = { suspension: false }) =>
    post("POST /credentials/issue", { credential: { ...credential, ...more }, options });
  const change = (statusPurpose: string, status: unknown, credentialId = credential.id) =>
    post("POST /credentials/status", {
      credentialId,
      credentialStatus: [{ type: "BitstringStatusListEntry", statusPurpose, status }],
    });
  const list = { node, at: "/credentials/status/1" };
  expect(await send("GET /credentials/status/{list}", list)).toBe("404 no-such-list");
  expect(await issue({})).toBe("201");
  expect(await issue({})).toBe("409 credential-id-taken");
  expect(await issue({ proof: {} })).toBe("422 reserved-member");
  expect(await issue({ issuer: "did:web:other.example" })).toBe("422 foreign-issuer");
  expect(await issue({ validUntil: "2099-01-01T00:00:00Z" })).toBe("422 validity-out-of-bounds");
  expect(await issue({ type: [] })).toBe("422 unsound-credential");
  const typed = ["VerifiableCredential", "mpli:CertificationCredential"];
  const contexts = [...credential["@context"], "https://w3id.org/mpli/credentials/v1"];
  expect(await issue({ "@context": contexts, type: typed })).toBe("422 type-violation");
  expect(await post("POST /credentials/issue", {})).toBe("422 malformed-request");
  expect(await change("revocation", "yes")).toBe("422 malformed-request");
  expect(await change("suspension", true)).toBe("422 no-such-status");
  expect(await change("revocation", true, "urn:none")).toBe("404 no-such-credential");
  expect(await change("revocation", true)).toBe("200");
  expect(await change("revocation", false)).toBe("409 revocation-is-final");
  expect(await send("GET /credentials/status/{list}", list)).toBe("200");
  const tag = (await node.request("/credentials/status/1")).headers.get("etag") ?? "";
  const held = { ...list, headers: { "If-None-Match": tag } };
  expect(await send("GET /credentials/status/{list}", held)).toBe("304");
  const issued = (at: string) => send("GET /credentials/issued", { node, at, headers: OPERATOR });
  expect(await issued("/credentials/issued")).toBe("200");
  expect(await issued("/credentials/issued?id=urn:none")).toBe("404 no-such-credential");
  expect(await issued("/credentials/issued?after=x")).toBe("400 malformed-parameter");
});

const bare = (more: string) =>
  `${PREFIXES} </manifest> a mpli:Manifest ; mpli:provider <did:web:cloud.example> . ${more}`;
const poison = Array.from({ length: 100 }, (_, index) => {
  const [a, b] = [Math.floor(index / 10), index % 10];
  return a === b ? "" : `_:n${a} <urn:knows> _:n${b} .`;
}).join("\n");
const offers = (count: number, each: (index: number) => string) =>
  bare(
    Array.from({ length: count }, (_, index) => `</manifest> mpli:offer </o/${index}> . ${each(index)}`).join(
      "\n",
    ),
  );

const MANIFESTS: readonly [string, string][] = [
  ["422 no-manifest-node", "<urn:a> <urn:b> <urn:c> ."],
  ["422 several-manifests", bare("</other> a mpli:Manifest .")],
  ["422 shape-violation", bare("</manifest> mpli:offer </o> . </o> a mpli:Offer .")],
  [
    "422 foreign-offer",
    bare(
      "</manifest> mpli:offer <https://x.example/o> . <https://x.example/o> mpli:serviceClass mpli:Cache .",
    ),
  ],
  ["422 reserved-term", bare("</manifest> mpli:page </manifest/pages/1> .")],
  ["422 unknown-term", bare('</manifest> mpli:memmory "x" .')],
  [
    "422 shared-blank-node",
    offers(251, (index) => `</o/${index}> mpli:serviceClass mpli:Cache ; <urn:x> _:all .`),
  ],
  ["422 poison-graph", bare(poison)],
  ["413 too-many-offers", offers(20_001, () => "")],
  ["413 too-many-pages", offers(251, (index) => `</o/${index}> mpli:serviceClass <urn:class:${index}> .`)],
];

describe("a manifest", () => {
  test.each(MANIFESTS)("is refused with %s, checked or published", async (answer, body) => {
    for (const door of ["POST /manifest/check", "PUT /manifest"])
      expect(await send(door, { headers: { ...TURTLE, "If-None-Match": "*" }, body })).toBe(answer);
  });

  it("is published, replaced and read, in all its documents", async () => {
    const node = make();
    const paths = { version: "GET /manifest/versions/{digest}", page: "GET /manifest/pages/{digest}" };
    const body = manifest(ORIGIN, many(300));
    expect(await send("GET /manifest", { node })).toBe("404 no-manifest");
    const put = (headers: Record<string, string>) =>
      send("PUT /manifest", { node, headers: { ...TURTLE, ...headers }, body });
    expect(await put({})).toBe("428 precondition-required");
    expect(await put({ "If-None-Match": "*" })).toBe("201");
    expect(await put({ "If-None-Match": "*" })).toBe("412 precondition-failed");
    expect(await put({ "If-Match": "*" })).toBe("200");
    expect(await send("POST /manifest/check", { node, headers: TURTLE, body })).toBe("200");

    const head = await (await node.request("/manifest", { headers: { Accept: "text/turtle" } })).text();
    const [, page = ""] = /manifest\/pages\/([0-9a-f]{64})/.exec(head) ?? [];
    const tag = (await node.request("/manifest")).headers.get("etag") ?? "";
    const version = tag.slice(1, 65);
    const documents: [string, string, string][] = [
      ["GET /manifest", "/manifest", version],
      [paths.version, `/manifest/versions/${version}`, version],
      [paths.page, `/manifest/pages/${page}`, page],
    ];
    for (const [operation, at, digest] of documents) {
      for (const Accept of ["application/ld+json", "text/turtle", "application/n-quads", "text/html"])
        expect(await send(operation, { node, at, headers: { Accept } })).toBe("200");
      if (operation === "GET /manifest")
        expect(await send(operation, { node, at, headers: { Accept: "application/vc+jwt" } })).toBe("200");
      const held = { "If-None-Match": `"${digest}.jsonld"` };
      expect(await send(operation, { node, at, headers: held })).toBe("304");
      expect(await send(operation, { node, at, headers: { Accept: "image/png" } })).toBe(
        "406 not-acceptable",
      );
    }
    for (const [operation, at] of documents.slice(1))
      expect(await send(operation, { node, at: `${at?.slice(0, -1)}x` })).toBe("404 no-such-version");
    expect(await send("GET /offers/{name}", { node, at: "/offers/a-1" })).toBe("303");
    expect(await send("GET /offers/{name}", { node, at: "/offers/none" })).toBe("404 no-such-offer");
    // A graph that was published and has not reached this place; what was rendered before is still at hand.
    node.graphs.clear();
    for (const [operation, at] of documents)
      expect(await send(operation, { node, at, headers: { Accept: "application/trig" } })).toBe(
        "503 graph-not-at-hand",
      );
  });

  it("has a feed of changes", async () => {
    const door = "GET /manifest/changes";
    expect(await send(door)).toBe("200");
    const tag = (await whole.request("/manifest/changes")).headers.get("etag") ?? "";
    expect(await send(door, { headers: { "If-None-Match": tag } })).toBe("304");
    expect(await send(door, { at: "/manifest/changes?after=x" })).toBe("400 malformed-parameter");
    expect(await send(door, { headers: { Accept: "image/png" } })).toBe("406 not-acceptable");
  });
});

const requirement = (more: object) => component({ must: [{ on: "memory", atLeast: "1 GiBy", ...more }] });
const component = (more: object) => ({ component: [{ name: "db", class: "Database", ...more }] });
const nested = (depth: number): object =>
  depth === 0 ? { on: "engine", is: "postgresql" } : { not: nested(depth - 1) };
const list = (count: number, each: (index: number) => unknown) =>
  Array.from({ length: count }, (_, index) => each(index));

const DENIAL = { effect: "deny", issuer: ["did:web:struck-off.example"] };

const DEMANDS: readonly [string, object][] = [
  ["200", requirement({})],
  ["422 no-demand", { type: "Manifest" }],
  ["422 several-demands", { "@graph": [{ type: "Demand" }, { type: "Demand" }] }],
  ["422 no-component", {}],
  ["422 too-many-components", { component: list(33, (index) => ({ name: `c${index}`, class: "Cache" })) }],
  ["422 component-without-name", { component: [{ class: "Cache" }, { class: "Cache" }] }],
  ["422 component-without-class", { component: [{ name: "db" }] }],
  ["422 unknown-class", component({ class: "https://x.example/Postgres" })],
  ["422 too-many-requirements", component({ must: list(65, (index) => ({ on: "vcpus", atLeast: index })) })],
  ["422 requirement-without-property", component({ must: [{ atLeast: 1 }] })],
  ["422 unknown-property", requirement({ on: "mpli:ram" })],
  ["422 unknown-requirement-term", requirement({ weight: 2 })],
  ["422 no-bound", component({ must: [{ on: "memory" }] })],
  ["422 unsupported-path", component({ must: [{ path: ["region", "within", "name"], is: "a" }] })],
  ["422 requirement-too-deep", component({ must: [nested(9)] })],
  ["422 near-needed", { ...component({}), prefer: ["nearest"] }],
  ["422 unknown-component", { ...component({}), together: [{ sameRegion: ["db", "web"] }] }],
  ["422 operator-does-not-fit", requirement({ matches: "x" })],
  ["422 value-does-not-fit", requirement({ atLeast: "32 s" })],
  ["422 several-values", requirement({ atLeast: ["1 GiBy", "2 GiBy"] })],
  ["422 too-many-values", component({ must: [{ on: "vcpus", isOneOf: list(257, (index) => index) }] })],
  ["422 unsupported-pattern", component({ must: [{ on: "engine", matches: "(?=x)" }] })],
  ["422 currency-needed", component({ must: [{ on: "price", atMost: 1 }] })],
  ["422 unknown-policy", { ...component({}), trustPolicy: "gaiax" }],
  ["422 policy-name-taken", believing({ name: "open" })],
  ["422 malformed-policy", believing({ title: undefined })],
  ["422 bare-rule", believing({ rule: [{ effect: "accept" }] })],
  [
    "422 policy-too-large",
    believing({ rule: list(1001, (index) => ({ ...DENIAL, credentialType: [`T${index}`] })) }),
  ],
  [
    "422 policy-with-imports",
    believing({ imports: { policy: "https://other.example/p", digest: "0".repeat(64) } }),
  ],
];

/** A demand that brings a policy. */
function believing(change: object) {
  const policy = { type: "TrustPolicy", name: "mine", title: "Mine", policyVersion: 1, rule: [DENIAL] };
  return { ...component({}), trustPolicy: { ...policy, ...change } };
}

describe.each(DEMAND_DOORS)("a demand at %s", (door) => {
  const path = door.replace("POST ", "");
  const parameter = path.endsWith("compose") ? "alternatives=11" : "limit=0";
  const bodyOf = (demand: object) =>
    JSON.stringify({ "@context": "https://w3id.org/mpli/context/v1", type: "Demand", ...demand });

  test.each(DEMANDS)("is answered with %s", async (answer, demand) => {
    expect(await send(door, { headers: JSON_LD, body: bodyOf(demand) })).toBe(answer);
  });

  it("is refused when it cannot be named, when its answer cannot be written, and with a number that is none", async () => {
    const graph = `${PREFIXES} [] a mpli:Demand ; mpli:component [ mpli:serviceClass mpli:Cache ] . ${poison}`;
    expect(await send(door, { headers: TURTLE, body: graph })).toBe("422 poison-graph");
    const body = bodyOf(requirement({}));
    expect(await send(door, { headers: { ...JSON_LD, Accept: "text/html" }, body })).toBe(
      "406 not-acceptable",
    );
    expect(await send(door, { at: `${path}?${parameter}`, headers: JSON_LD, body })).toBe(
      "400 malformed-parameter",
    );
    const at = `${path}?provider=did:web:nobody.example`;
    expect(await send(door, { at, headers: JSON_LD, body })).toBe("404 unknown-provider");
  });

  it("is answered with what is found at providers, or not at all", async () => {
    const node = make();
    const demand = bodyOf({
      ...component({ class: "VirtualMachine", must: [{ on: "price", atMost: 100 }] }),
      currency: "EUR",
    });
    await register(node);
    for (const Accept of ["application/json", "application/ld+json", "text/turtle", "application/n-quads"])
      expect(await send(door, { node, headers: { ...JSON_LD, Accept }, body: demand })).toBe("200");
    const files = ["demands/kubernetes-in-the-eu.jsonld", "demands/postgresql-in-de-or-fr.jsonld"];
    for (const file of files) {
      const body = readFileSync(`schemas/examples/${file}`, "utf8");
      expect(await send(door, { node, headers: JSON_LD, body })).toBe("200");
    }
  });

  it("is refused while a document of the market is not at hand", async () => {
    const node = make();
    await other.put(manifest(other.origin, many(2, "unread")));
    await register(node);
    node.graphs.clear();
    const body = bodyOf(component({ class: "VirtualMachine" }));
    expect(await send(door, { node, headers: JSON_LD, body })).toBe("503 document-not-at-hand");
  });
});

/** Registers the other provider and harvests it. */
async function register(node: WholeNode): Promise<void> {
  const body = JSON.stringify({ url: other.origin });
  expect(await send("POST /providers", { node, headers: JSON_TYPE, body })).toBe("201");
  const action = JSON.stringify({ action: "harvest", url: other.origin });
  expect(await send("POST /test/trigger", { node, headers: JSON_TYPE, body: action })).toBe("200");
}

describe("delivery", () => {
  it("refuses orders, holds offers, and delivers", async () => {
    const it = await shop(send, make);
    await ordersRefused(it, send);
    await heldOrders(await shop(send, make), send);
    await orderDelivered(it, send, make({ token: "" }));
  });

  it("asks for signatures", async () => {
    const it = await shop(send, make);
    expect(await it.place(await it.order())).toBe("201");
    await signaturesRefused(it);
  });

  it("keeps the states of its runners' tools", async () => {
    await statesKept(await shop(send, make), send, make);
  });
});

describe("a catalogue", () => {
  beforeAll(async () => {
    await other.put(manifest(other.origin, many(3)));
  });

  it("registers, lists and removes providers", async () => {
    const node = make({ mostProviders: 2 });
    const post = (url: unknown) =>
      send("POST /providers", { node, headers: JSON_TYPE, body: JSON.stringify({ url }) });
    const remove = (url: unknown) =>
      send("DELETE /providers", { node, headers: JSON_TYPE, body: JSON.stringify({ url }) });
    await register(node);
    expect(await post(other.origin)).toBe("200");
    expect(await post("https://unreachable.example")).toBe("201");
    expect(await post("https://third.example")).toBe("422 too-many-providers");
    for (const door of [post, remove]) {
      expect(await door(5)).toBe("422 malformed-registration");
      expect(await door("http://10.0.0.7/")).toBe("422 address-not-permitted");
    }
    const action = JSON.stringify({ action: "harvest", url: "https://unreachable.example" });
    expect(await send("POST /test/trigger", { node, headers: JSON_TYPE, body: action })).toBe("200");
    expect(await send("GET /providers", { node })).toBe("200");
    const listed = await (await node.request("/providers")).json();
    expect(listed).toMatchObject({
      provider: [{ state: "fresh", offers: 3 }, { problem: { code: "unreachable" } }],
    });
    expect(await remove(other.origin)).toBe("204");
    expect(await remove(other.origin)).toBe("404 no-such-provider");
  });

  it("walks through offers", async () => {
    const node = make();
    const door = "GET /offers";
    expect(await send(door, { node })).toBe("404 no-more-offers");
    await register(node);
    expect(await send(door, { node, at: "/offers?class=VirtualMachine" })).toBe("200");
    const tag = (await node.request("/offers")).headers.get("etag") ?? "";
    expect(await send(door, { node, headers: { "If-None-Match": tag } })).toBe("304");
    expect(await send(door, { node, at: "/offers?class=Spaceship" })).toBe("400 unknown-class");
    expect(await send(door, { node, at: "/offers?after=x" })).toBe("400 malformed-parameter");
    expect(await send(door, { node, headers: { Accept: "image/png" } })).toBe("406 not-acceptable");
    node.graphs.clear();
    expect(await send(door, { node, headers: { Accept: "application/trig" } })).toBe("503 graph-not-at-hand");
  });

  it("acts when its operator says so", async () => {
    const trigger = (body: object) =>
      send("POST /test/trigger", { headers: JSON_TYPE, body: JSON.stringify(body) });
    expect(await trigger({ action: "harvest" })).toBe("422 malformed-action");
    expect(await trigger({ action: "dance", url: other.origin })).toBe("422 unknown-action");
    expect(await trigger({ action: "harvest", url: other.origin })).toBe("404 no-such-provider");
  });
});

describe("every node", () => {
  it("says who it is", async () => {
    for (const door of ["GET /.well-known/mpli", "GET /.well-known/did.json"])
      expect(await send(door)).toBe("200");
  });

  test.each(["/ns", "/place"])("has the vocabulary at %s", async (path) => {
    const door = `GET ${path}`;
    for (const Accept of ["application/ld+json", "text/turtle"])
      expect(await send(door, { headers: { Accept } })).toBe("200");
    const tag = (await whole.request(path)).headers.get("etag") ?? "";
    expect(await send(door, { headers: { "If-None-Match": tag } })).toBe("304");
    expect(await send(door, { headers: { Accept: "image/png" } })).toBe("406 not-acceptable");
  });

  it("leads to places", async () => {
    expect(await send("GET /place/{code}", { at: "/place/NL" })).toBe("303");
    expect(await send("GET /place/{code}", { at: "/place/NLD" })).toBe("404 no-such-place");
  });
});

test("every answer that is declared has been seen", () => {
  expect(DECLARED.length).toBeGreaterThan(150);
  expect(DECLARED.filter((each) => !observed.has(each))).toEqual([]);
});
