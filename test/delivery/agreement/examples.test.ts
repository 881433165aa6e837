// The examples of orders and agreements: each has the form that its schema describes, and its token says the same.
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it, test } from "vitest";
import { checkAgreement } from "../../../functions/delivery/agreement/countersign.ts";
import { readOrder, readOrderRequest } from "../../../functions/delivery/agreement/order-request.ts";
import { type JsonObject, readJws } from "../../../functions/trust/token/jws.ts";
import { faultsIn } from "../../schemas/validators.ts";
import { NOW, bytes, payload, resolveKey } from "./parties.ts";

const FOLDER = "schemas/examples/orders/";
const file = (name: string) => readFileSync(FOLDER + name, "utf8");
const json = (name: string) => JSON.parse(file(name)) as JsonObject;
const names = readdirSync(FOLDER).filter((name) => name.endsWith(".json"));
const orders = names.filter((name) => name.startsWith("order-"));

test.each(names)("%s has the form that its schema describes", (name) => {
  expect(faultsIn(name.startsWith("order-") ? "order-request" : "agreement", json(name))).toEqual([]);
});

test.each(orders)("%s is read", (name) => {
  expect(readOrder(json(name))).toMatchObject({ ok: true });
});

test.each(readdirSync(FOLDER).filter((name) => name.endsWith(".jwt")))(
  "%s says what its payload does",
  (name) => {
    const token = readJws(file(name));
    expect(token.ok && token.value.payload).toEqual(json(name.replace(".jwt", ".json")));
  },
);

test("the agreement is one to the order", async () => {
  const order = file("order-volume.jwt");
  expect(await readOrderRequest(bytes(order), resolveKey)).toMatchObject({ ok: true });
  const checked = await checkAgreement(file("agreement-volume.jwt"), { order, resolveKey, now: NOW });
  expect(checked).toMatchObject({ ok: true });
});

test("the order of the specification has the form of its schema, and is what its token says", () => {
  const shown = JSON.parse(readFileSync("spec/examples/order.payload.json", "utf8")) as JsonObject;
  expect(faultsIn("order-request", shown)).toEqual([]);
  const token = readJws(readFileSync("spec/examples/order.jwt", "utf8"));
  expect(token.ok && token.value.payload).toEqual(shown);
});

describe("the schema of orders refuses what the reader refuses", () => {
  const [first = ""] = orders;
  const others: Readonly<Record<string, unknown>>[] = [
    { id: "1" },
    { manifest: "a".repeat(64) },
    { price: { amount: "-1", currency: "EUR", per: "month" } },
    { price: { amount: "1", currency: "EUR", per: "week" } },
    { usage: { hoursPerMonth: 800 } },
    { parameters: [] },
    { hold: 0 },
    { deadline: "soon" },
    { disclosure: "some" },
    { path: ["a"] },
    { gift: true },
    { accessKey: { ...(json(first)["accessKey"] as object), d: "AA" } },
    ...["type", "id", "customer", "provider", "offer", "manifest", "price", "iat", "exp"].map((name) => ({
      [name]: undefined,
    })),
  ];
  it.each(others)("%j", (more) => {
    expect(faultsIn("order-request", payload(more)).length).toBeGreaterThan(0);
    expect(readOrder(payload(more)).ok).toBe(false);
  });
});
