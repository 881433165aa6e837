// Receipts: those that the kit signs as the providers below, and the target's own over them.
import { randomUUID } from "node:crypto";
import type { Exam } from "../exam.ts";
import { type JsonObject, brief, isObject } from "../http.ts";
import { readDocument } from "./agreements.ts";
import { type Issuer, issuer } from "./credentials.ts";
import { type Placed, digestOf, tokenOf } from "./orders.ts";
import { type Delivering, active } from "./runner.ts";
import { ask } from "./signed-requests.ts";

export const RECEIPT_TYPE = "mpli-receipt+jwt";

/** A layer below: who it is, its order, and its receipt. */
export interface Below {
  readonly by: Issuer;
  readonly order: string;
  readonly receipt: string;
}

/** The receipt of a provider that the kit plays, for an order that was made for another: sound, but for `more`. */
export function below(parent: string, more: JsonObject = {}, signer?: Issuer): Below {
  const by = issuer();
  const order = randomUUID();
  const facts = { countries: ["FR"], certifications: ["ISO27001"] };
  const stated = { ...facts, ...more } as JsonObject & { countries: string[]; certifications: string[] };
  const payload: JsonObject = {
    type: "Receipt",
    id: order,
    provider: by.did,
    offer: "https://below.conformance.example/offers/one",
    agreement: digestOf(randomUUID()),
    state: "ACTIVE",
    parent: digestOf(parent),
    disclosure: "full",
    below: [],
    every: {
      layers: 1,
      ...(stated.countries.length > 0 ? { countries: stated.countries } : {}),
      certifications: stated.certifications,
    },
    iat: Math.floor(Date.now() / 1000),
    ...stated,
  };
  return { by, order, receipt: tokenOf(signer ?? by, RECEIPT_TYPE, payload) };
}

/** An order that was delivered by layers below; `receipts` are made once its id is known. */
export async function layered(
  t: Exam,
  disclosure: string,
  receipts: (order: string) => readonly string[],
): Promise<Delivering> {
  const id = randomUUID();
  return await active(t, { outputs: {}, receipts: receipts(id) }, { id, disclosure });
}

export interface Shown {
  readonly header: JsonObject;
  readonly payload: JsonObject;
  /** The layers below, as the receipt tells of them. */
  readonly below: readonly JsonObject[];
  readonly every: JsonObject;
  /** The receipts that came along. */
  readonly others: readonly unknown[];
  readonly text: string;
}

/** The target's receipt of an order, signed by a key of its DID. */
export async function receiptOf(t: Exam, { by, address }: Placed): Promise<Shown> {
  const answer = await ask(t, by, `${address}/receipt`);
  t.status(answer, 200);
  const { receipt, below: others } = answer.json();
  t.that(typeof receipt === "string", "a token in `receipt`", brief(answer.text));
  t.that(Array.isArray(others), "a list in `below`", brief(answer.text));
  const { header, payload } = await readDocument(t, receipt);
  const { below: layers, every } = payload;
  t.that(
    Array.isArray(layers) && layers.every(isObject) && isObject(every),
    "objects in `below`, and one in `every`",
    JSON.stringify(payload),
  );
  return { header, payload, below: layers, every, others, text: JSON.stringify(payload) };
}
