// The big list of naughty strings: each survives as a literal, and none breaks the node as a header or in an address.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { objects, rdf } from "../functions/kernel/graph.ts";
import { SYNTAXES, type Syntax } from "../functions/kernel/media.ts";
import { MANIFEST, MINIMAL, bareNode, get, put, readElsewhere } from "./suites-door.ts";
import { suiteFolder } from "./suites-manifest.ts";

const STRINGS: string[] = JSON.parse(readFileSync(`${suiteFolder("json-parsing")}blns.json`, "utf8"));
const CASES = STRINGS.map((text, number) => ({ number, text }));
const PROVIDER = rdf.namedNode("did:web:cloud.example");
const DESCRIPTION = rdf.namedNode("http://schema.org/description");

const manifest = (description: string) => ({
  "@context": "https://w3id.org/mpli/context/v1",
  id: "/manifest",
  type: "Manifest",
  provider: { id: PROVIDER.value, type: "Provider", description },
});

it("has every string of the list: 515", () => {
  expect(STRINGS).toHaveLength(515);
});

it.each(CASES)("string $number comes back as it was in every syntax", async ({ text }) => {
  const app = bareNode();
  const published = await put(app, JSON.stringify(manifest(text)), "application/ld+json");
  expect(published.status, await published.text()).toBe(201);
  for (const syntax of Object.keys(SYNTAXES) as Syntax[]) {
    const served = await readElsewhere(await get(app, syntax), syntax);
    expect(
      objects(served, PROVIDER, DESCRIPTION).map(({ value }) => value),
      syntax,
    ).toEqual([text]);
  }
  expect(JSON.parse(await get(app, "application/ld+json"))).toEqual({
    ...manifest(text),
    id: MANIFEST,
  });
});

/** The strings that a header can carry: UTF-8 bytes, no control characters (RFC 9110 §5.5). */
const HEADERS = CASES.flatMap(({ number, text }) => {
  const value = Buffer.from(text).toString("latin1").trim();
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return value === "" || /[\u0000-\u0008\u000a-\u001f\u007f]/.test(value) ? [] : [{ number, value }];
});

describe("as a header", () => {
  const send = async (headers: Record<string, string>, method = "PUT") => {
    const body = method === "PUT" ? MINIMAL : null;
    const given = { Authorization: "Bearer token", "If-None-Match": "*", "Content-Type": "text/turtle" };
    const response = await bareNode().request(MANIFEST, { method, body, headers: { ...given, ...headers } });
    return response.ok ? response.status : ((await response.json()) as { code: string }).code;
  };

  it.each([
    ["text/turtle", 201],
    ["text/turtle;charset=UTF-8", 201],
    ['text/turtle; format=x; charset="utf-8"', 201],
    ["text/turtle; charset=utf8", 201],
    ["text/turtle; charset=us-ascii", 201],
    ["text/turtle; charset=iso-8859-1", "not-utf-8"],
    ["text/turtle; charset=utf-16", "not-utf-8"],
    ["text/turtle; charset=utf-8x", "not-utf-8"],
  ])("%s tells how the body is encoded, and UTF-8 is the only way", async (contentType, answer) => {
    expect(await send({ "Content-Type": contentType })).toBe(answer);
  });

  it("most strings can be sent", () => {
    expect(HEADERS.length).toBeGreaterThan(450);
  });

  it.each(HEADERS)(
    "string $number is no media type, charset, credential or entity tag",
    async ({ value }) => {
      expect(await send({ "Content-Type": value })).toBe("unsupported-media-type");
      expect(["not-utf-8", 201]).toContain(await send({ "Content-Type": `text/turtle; charset=${value}` }));
      expect(["unsupported-media-type", 201]).toContain(
        await send({ "Content-Type": `text/turtle;${value}` }),
      );
      expect(await send({ Authorization: `Bearer ${value}` })).toBe("operator-only");
      expect(await send({ "If-Match": value, "If-None-Match": value })).toBe("precondition-failed");
      expect(await send({ "Content-Encoding": value })).toBe("unsupported-encoding");
    },
  );

  it.each(HEADERS)(
    "string $number as Accept or If-None-Match gets a document or a refusal",
    async ({ value }) => {
      const app = bareNode();
      await put(app, MINIMAL, "text/turtle");
      const accepted = await app.request(MANIFEST, { headers: { Accept: value, "If-None-Match": value } });
      expect([200, 406]).toContain(accepted.status);
    },
  );
});

it.each(CASES)("string $number in an address is not found, or no number", async ({ text }) => {
  const app = bareNode();
  const part = encodeURIComponent(text);
  const version = await app.request(`${MANIFEST}/versions/x${part}`);
  expect([version.status, ((await version.json()) as { code: string }).code]).toEqual([
    404,
    "no-such-version",
  ]);
  const changes = await app.request(`${MANIFEST}/changes?after=${part}x`);
  expect([changes.status, ((await changes.json()) as { code: string }).code]).toEqual([
    400,
    "malformed-parameter",
  ]);
});
