// Status lists of other forms than tokens, and how long they are believed.
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { BoundedMap } from "../../../functions/edge/bounded-map.ts";
import { signDocument } from "../../support/sign-document.ts";
import type { JsonObject } from "../../../functions/trust/token/jws.ts";
import { credential, encode, enveloped, issuer, token } from "../../conformance/steps/credentials.ts";
import { NOW, endsWith, verifyWith } from "./verifier.ts";

const LIST = "https://issuer.example/status/1";
const ISSUER = issuer();
const listedIn = (address: string) => ({
  credentialStatus: {
    type: "BitstringStatusListEntry",
    statusPurpose: "revocation",
    statusListIndex: "5",
    statusListCredential: address,
  },
});
const listed = enveloped(token(ISSUER, credential(ISSUER, listedIn(LIST))));

/** The list's credential, with this byte first. */
const listOf = (byte: number, by = ISSUER) => {
  const bits = new Uint8Array(16_384);
  bits[0] = byte;
  return credential(by, {
    type: ["VerifiableCredential", "BitstringStatusListCredential"],
    credentialSubject: {
      type: "BitstringStatusList",
      statusPurpose: "revocation",
      encodedList: `u${encode(gzipSync(bits))}`,
    },
  });
};

async function proved(document: JsonObject, by = ISSUER): Promise<string> {
  const key = by.privateKey.export({ format: "jwk" }) as JsonWebKey;
  const how = {
    verificationMethod: by.kid,
    proofPurpose: "assertionMethod",
    created: "2026-10-01T12:00:00Z",
  } as const;
  const signed = await signDocument(document, how, { key });
  if (!signed.ok) throw new Error(signed.refusal.code);
  return JSON.stringify(signed.value);
}

test("a list with a proof inside is read like one as a token", async () => {
  const ends = async (list: string) => endsWith(await verifyWith(listed, { answers: { [LIST]: list } }));
  expect(await ends(await proved(listOf(0) as JsonObject))).toBe("valid");
  expect(await ends(await proved(listOf(0b100) as JsonObject))).toBe("revoked");
  const stranger = issuer();
  expect(await ends(await proved(listOf(0, stranger) as JsonObject, stranger))).toBe("status-not-trusted");
  expect(await ends(JSON.stringify(listOf(0)))).toBe("status-not-trusted");
  expect(await ends('{"proof":{},"proof":{}}')).toBe("status-not-trusted");
});

test("a list is not believed from memory beyond the end of its token", async () => {
  const cache = new BoundedMap<never>(1e7);
  const answers = { [LIST]: token(ISSUER, { ...listOf(0), exp: NOW / 1000 + 10 }) };
  const at = (seconds: number, from: Readonly<Record<string, string>> = {}) =>
    verifyWith(listed, { cache, answers: from, now: () => NOW + seconds * 1000 }).then(endsWith);
  expect(await at(0, answers)).toBe("valid");
  expect(await at(9)).toBe("valid");
  expect(await at(10)).toBe("status-unreachable");
});

test("a list is believed as long as its own status holds, and no list vouches for itself", async () => {
  const OTHER = "https://issuer.example/status/2";
  const listAt = (address: string, byte = 0) => token(ISSUER, { ...listOf(byte), ...listedIn(address) });
  const ends = async (answers: Readonly<Record<string, string>>) =>
    endsWith(await verifyWith(listed, { answers }));
  expect(await ends({ [LIST]: listAt(OTHER), [OTHER]: token(ISSUER, listOf(0)) })).toBe("valid");
  const revoking = token(ISSUER, listOf(0b100));
  expect(await ends({ [LIST]: listAt(OTHER), [OTHER]: revoking })).toBe("status-not-trusted");
  expect(await ends({ [LIST]: listAt(OTHER) })).toBe("status-not-trusted");
  expect(await ends({ [LIST]: listAt(LIST) })).toBe("status-not-trusted");
  expect(await ends({ [LIST]: listAt(OTHER), [OTHER]: listAt(LIST) })).toBe("status-not-trusted");
});
