// Faults in issuing, as spoilt ports: another signature, another book.
import type { Host } from "../../functions/node.ts";
import type { Sign } from "../../functions/trust/issuing/keys.ts";
import { manifestSigner } from "../../functions/trust/issuing/manifest-credential.ts";
import type { IssuanceBook, Position } from "../../functions/trust/issuing/ports.ts";
import { RFC_8037_KEY, ringOf } from "../support/issuing.ts";
import { answering, on, withJson } from "./faults.ts";
import type { Json } from "./judgement.ts";
import type { Spoil } from "./mutant.ts";

export const issues = on("/credentials/issue", "POST");
export const changesStatus = on("/credentials/status", "POST");
export const readsList = on(/^\/credentials\/status\/\d+$/);

type Payload = Parameters<Sign>[0];

/** Signs something else than it should; status lists are left as they are. */
export const signing = (change: (payload: Payload) => Json): Spoil =>
  signer(
    (sign) => (payload, header) => sign(isList(payload) ? payload : (change(payload) as Payload), header),
  );

/** Signs other status lists than it should. */
export const listing = (change: (list: Payload) => Json): Spoil =>
  signer(
    (sign) => (payload, header) => sign(isList(payload) ? (change(payload) as Payload) : payload, header),
  );

/** Signs with the right key, and names it otherwise. */
export const signingAs = (name: string): Spoil =>
  signer(() => ringOf({ keys: [{ ...RFC_8037_KEY, kid: name }] }).sign);

const isList = ({ type }: Payload) => [type ?? []].flat().includes("BitstringStatusListCredential");

function signer(spoil: (sound: Sign) => Sign): Spoil {
  return {
    host: (host) => {
      const { issuing, discovery } = host;
      if (!issuing) return host;
      const sign = spoil(issuing.sign);
      return {
        ...host,
        issuing: { ...issuing, sign },
        discovery: { ...discovery, attest: manifestSigner(sign) },
      };
    },
  };
}

/** Attests another head than is published. */
export const attesting = (
  change: (
    head: Parameters<NonNullable<Host["discovery"]["attest"]>>[0],
  ) => Parameters<NonNullable<Host["discovery"]["attest"]>>[0],
): Spoil => ({
  host: (host) => {
    const { attest } = host.discovery;
    if (!attest) return host;
    return { ...host, discovery: { ...host.discovery, attest: (head, did) => attest(change(head), did) } };
  },
});

/** Keeps its book otherwise. */
export const bookOf = (spoil: (sound: IssuanceBook) => IssuanceBook): Spoil => ({
  host: (host) =>
    host.issuing ? { ...host, issuing: { ...host.issuing, book: spoil(host.issuing.book) } } : host,
});

/** Gives other positions than it should; `count` is the number of credentials before. */
export const booked = (
  change: (positions: readonly Position[], count: number) => readonly Position[],
): Spoil =>
  bookOf((book) => {
    let count = 0;
    return {
      ...book,
      reserve: async (reservation) => {
        const reserved = await book.reserve(reservation);
        return reserved.ok ? { ok: true, value: change(reserved.value, count++) } : reserved;
      },
    };
  });

/** Changes the answer with what was issued. */
export const answeringIssued = (change: (body: Json) => void): Spoil =>
  answering(issues, (answer) => (answer.ok ? withJson(answer, change) : answer));
