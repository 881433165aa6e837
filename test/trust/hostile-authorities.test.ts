// Whom attackers bring along, at the door of verification: authorities of their own or of old, and addresses by the dozen.
import { sha256 } from "@noble/hashes/sha2.js";
import { beforeAll, describe, expect, it } from "vitest";
import { type AnchorCategory, type Anchor, readAnchor } from "../../functions/trust/x509/path.ts";
import { credential, encode, enveloped, issuer, token } from "../conformance/steps/credentials.ts";
import { proved } from "../conformance/steps/proofs.ts";
import { door, request } from "./door.ts";
import * as ca from "./x509/authority.ts";

const nobody: typeof fetch = () => Promise.reject(new Error("nobody is asked here"));

describe("a seal", () => {
  const ORGANISATION = "did:elsi:VATES-A1";
  let [root, sealer] = [{} as ca.Party, {} as ca.Party];
  let [leaf, top]: Uint8Array[] = [];
  beforeAll(async () => {
    root = await ca.party("C=ES, CN=Root");
    sealer = await ca.party("C=ES, 2.5.4.97=VATES-A1, CN=Seal");
    [leaf, top] = [await ca.issue("leaf", sealer, root), await ca.issue("authority", root, root)];
  });

  /** A sealed credential of the organisation whose chain ends with these certificates. */
  async function sealed(chain: readonly (Uint8Array | undefined)[]): Promise<string> {
    const [first = new Uint8Array()] = chain;
    const header = {
      alg: "ES256",
      typ: "jose",
      x5c: chain.map((der = new Uint8Array()) => Buffer.from(der).toString("base64")),
      "x5t#S256": encode(sha256(first)),
      sigT: "2026-10-29T15:11:29Z",
      crit: ["sigT"],
    };
    const claims = { iss: ORGANISATION, vc: credential({ did: ORGANISATION }) };
    const input = [header, claims].map((part) => encode(JSON.stringify(part))).join(".");
    const how = { name: "ECDSA", hash: "SHA-256" };
    const signature = await crypto.subtle.sign(how, sealer.keys.privateKey, new TextEncoder().encode(input));
    return `${input}.${encode(new Uint8Array(signature))}`;
  }

  async function anchor(wishes: ca.Wishes = {}, category: AnchorCategory = "eidas-seal"): Promise<Anchor> {
    const read = readAnchor(await ca.issue("authority", root, root, wishes), category);
    if (!read.ok) throw new Error(read.refusal.code);
    return read.value;
  }

  const ask = async (anchors: readonly Anchor[], chain = [leaf]) => {
    const verifiableCredential = { ...enveloped(""), id: `data:application/jose,${await sealed(chain)}` };
    const body = JSON.stringify({ verifiableCredential, options: { profile: "dome" } });
    return door(nobody, { anchors }).post(body);
  };

  it("is valid by an anchor of the node", async () => {
    expect(await ask([await anchor()])).toMatchObject({ outcome: "valid", codes: [] });
  });

  it("is not by an anchor that has expired, or that is not valid yet", async () => {
    for (const wishes of [{ notAfter: new Date("2026-10-30") }, { notBefore: new Date("2026-11-03") }])
      expect(await ask([await anchor(wishes)])).toMatchObject({
        outcome: "invalid",
        codes: ["certificate-invalid"],
      });
  });

  it("is open by an anchor for something else, or by the root that it brings along", async () => {
    const open = { outcome: "indeterminate", codes: ["no-anchor"] };
    expect(await ask([await anchor({}, "pid")])).toMatchObject(open);
    expect(await ask([], [leaf, top])).toMatchObject(open);
  });
});

describe("addresses by the dozen", () => {
  const entries = (count: number) =>
    Array.from({ length: count }, (_, index) => ({
      type: "BitstringStatusListEntry",
      statusPurpose: "revocation",
      statusListIndex: "5",
      statusListCredential: `https://h${index}.example/status`,
    }));

  it.each([1, 8])("%i in one credential are asked", async (count) => {
    const asked: string[] = [];
    const node = door(async (input) => {
      asked.push(String(input));
      return new Response("nothing", { status: 404 });
    });
    const one = issuer();
    const said = await node.verify(token(one, credential(one, { credentialStatus: entries(count) })));
    expect(said).toMatchObject({ outcome: "indeterminate", codes: ["status-unreachable"] });
    expect(asked.length).toBe(count);
  });

  it.each([9, 60])("%i in one credential are not asked at all", async (count) => {
    const one = issuer();
    const said = await door(nobody).verify(token(one, credential(one, { credentialStatus: entries(count) })));
    expect(said).toMatchObject({ outcome: "invalid", codes: ["malformed-status"] });
  });

  it("of lists that name further issuers are eight in all", async () => {
    const asked: string[] = [];
    const [one, lists] = [issuer(), issuer()];
    const node = door(async (input) => {
      asked.push(String(input));
      const did = `did:web:${new URL(String(input)).host}`;
      const list = credential({ did }, { type: ["VerifiableCredential", "BitstringStatusListCredential"] });
      return new Response(token({ ...lists, kid: `${did}#0` }, list));
    });
    const said = await node.verify(token(one, credential(one, { credentialStatus: entries(8) })));
    expect(said.outcome).toBe("indeterminate");
    expect(asked).toHaveLength(8);
  });
});

it("a proof over too much, or over what is hidden, costs nobody's time", async () => {
  const one = issuer();
  const node = door(nobody);
  const given = (more: Parameters<typeof proved>[1]) => node.post(request(proved(one, more)));
  expect(await given({})).toMatchObject({ outcome: "valid" });
  for (const more of [
    { name: Array.from({ length: 5000 }, () => "x") },
    { "@included": Array.from({ length: 5000 }, (_, index) => ({ id: `urn:x:${index}` })) },
    { "@context": Array.from({ length: 500 }, () => "https://www.w3.org/ns/credentials/v2") },
  ]) {
    const before = process.cpuUsage();
    const said = await given({ more });
    const { user, system } = process.cpuUsage(before);
    expect(said).toMatchObject({ outcome: "invalid", codes: ["malformed-json-ld"] });
    expect((user + system) / 1000).toBeLessThan(250);
  }
});
