// The receipt of an order at a terminal: the chain of those who deliver it, verified, and what holds for all of them.
import { type Chain, type Layer, checkChain } from "../../delivery/layers/chain.ts";
import { type Property, holds, isProperty } from "../../delivery/layers/every.ts";
import { isObject } from "../../trust/token/jws.ts";
import { Stop } from "../terminal/stop.ts";
import { inJson, paint, plain, table } from "../terminal/print.ts";
import { keysAround } from "./keys.ts";
import { readOrder } from "./answer.ts";
import type { Party } from "./party.ts";

interface Options {
  readonly every: readonly string[];
  readonly json: boolean;
}

/** Shows the chain of an order; 1 where a property that was asked for does not hold for every layer. */
export async function showReceipt(address: string, party: Party, { every, json }: Options): Promise<number> {
  const properties = every.map(propertyIn);
  const order = await readOrder(address, party);
  const given = await readOrder(`${address}/receipt`, party, "There is no receipt");
  const below = Array.isArray(given["below"])
    ? given["below"].filter((each) => typeof each === "string")
    : [];
  const agreement = isObject(order["agreement"]) ? order["agreement"]["digest"] : undefined;
  const chain = await checkChain(
    { receipt: String(given["receipt"]), below },
    {
      order: String(order["id"]),
      provider: String(order["provider"]),
      ...(typeof agreement === "string" ? { agreement: `sha256:${agreement}` } : {}),
    },
    keysAround(address),
  );
  if (!chain.ok) throw new Stop(1, `The receipt does not hold: ${plain(JSON.stringify(chain.refusal))}.`);
  const answers = properties.map((property) => ({ property, holds: holds(property, chain.value.every) }));
  if (json) console.log(inJson(shownOf(chain.value, answers)));
  else print(chain.value, answers, every);
  return answers.every((each) => each.holds) ? 0 : 1;
}

type Answer = { readonly property: Property; readonly holds: boolean };

const shownOf = ({ receipt, layers, every }: Chain, properties: readonly Answer[]) => ({
  receipt: receipt.compact,
  state: receipt.state,
  layers,
  every,
  properties,
});

function print({ layers, every }: Chain, answers: readonly Answer[], asked: readonly string[]): void {
  console.log(
    table(
      [
        { title: "layer" },
        { title: "provider" },
        { title: "countries" },
        { title: "certifications" },
        { title: "proof" },
      ],
      layers.map((layer) => [
        String(layer.depth),
        plain(layer.provider ?? "not named"),
        named(layer.countries),
        named(layer.certifications),
        PROOFS[layer.proof],
      ]),
    ),
  );
  console.log(`${every.layers} layers  ${named(every.countries)}  ${named(every.certifications)}`);
  for (const [index, { holds: does }] of answers.entries())
    console.log(
      `${does ? paint("green", "holds for every layer") : paint("red", "does not hold for every layer")}  ${plain(asked[index] ?? "")}`,
    );
}

const PROOFS: Readonly<Record<Layer["proof"], string>> = {
  signed: "its own signature",
  vouched: "vouched for by the layer above",
  hidden: "counted by the layer above",
};

const named = (names: readonly string[] | undefined) => plain(names?.join(", ") || "not stated");

function propertyIn(text: string): Property {
  const at = text.indexOf("=");
  const property = { [text.slice(0, at)]: text.slice(at + 1) };
  if (at > 0 && isProperty(property)) return property;
  throw new Stop(
    2,
    `--every ${plain(text)} is no property: write country=EU, with the code of a country or an area, or certification=ISO27001.`,
  );
}
