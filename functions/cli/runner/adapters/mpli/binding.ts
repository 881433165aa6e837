// What the configuration of a runner says of an offer that is made of others'.
import { resolve } from "node:path";
import { parseDid } from "../../../../trust/did/did.ts";
import { isObject } from "../../../../trust/token/jws.ts";
import { type Fields, isWeb, reader } from "../../fields.ts";
import { type Component, stepsOf } from "./components.ts";

export const DISCLOSURES = ["none", "category", "full"] as const;
export type Disclosure = (typeof DISCLOSURES)[number];

export interface MpliBinding {
  /** File of the key with which orders are placed, and of the one that access is encrypted to. */
  readonly customer: string;
  /** DID that the key belongs to, where it is not the did:jwk that follows from it. */
  readonly did?: string;
  /** The most that customers may be told of the layers below. */
  readonly disclosure: Disclosure;
  /** By how much earlier than for oneself it has to be there. */
  readonly marginSeconds: number;
  /** Between two looks at an order. */
  readonly everySeconds: number;
  readonly components: readonly Component[];
  /** Names of outputs, and component.output that each is. */
  readonly outputs: Readonly<Record<string, string>>;
}

/** Reads the members of a binding; paths count from `folder`. */
export function readMpliBinding(fields: Fields, folder: string): MpliBinding {
  const did = fields.text("did", (text) => (parseDid(text).ok ? undefined : "is no DID"), "optional");
  const asked = fields.text("disclosure", undefined, "optional") || "none";
  const disclosure = DISCLOSURES.find((each) => each === asked);
  if (!disclosure) fields.fault("disclosure", `is not one of ${DISCLOSURES.join(", ")}`);
  const components = componentsIn(fields);
  const outputs = fields.names("outputs");
  for (const [name, from] of Object.entries(outputs))
    if (!components.some((each) => from.startsWith(`${each.name}.`)))
      fields.fault(`outputs/${name}`, "is not a component, a dot and the name of its output");
  return {
    customer: resolve(folder, fields.text("customer")),
    ...(did === "" ? {} : { did }),
    disclosure: disclosure ?? "none",
    marginSeconds: fields.count("marginSeconds", 60, 86_400),
    everySeconds: fields.count("everySeconds", 2, 600),
    components,
    outputs,
  };
}

const MOST_COMPONENTS = 20;

function componentsIn(fields: Fields): Component[] {
  const given = Object.entries(fields.object("components") ?? {});
  if (given.length === 0 || given.length > MOST_COMPONENTS)
    fields.fault("components", `is no object of 1 to ${MOST_COMPONENTS} components`);
  const components = given.map(([name, json]) => {
    const fault = (member: string, what: string) => fields.fault(`components/${name}/${member}`, what);
    if (!/^[a-z0-9][a-z0-9-]{0,40}$/.test(name))
      fault("", "is no name of lower-case letters, digits and hyphens");
    const faults: string[] = [];
    const component = componentOf(name, reader(isObject(json) ? json : {}, "", faults));
    for (const each of faults)
      fields.fault(
        `components/${name}${each.slice(0, each.indexOf(":"))}`,
        each.slice(each.indexOf(":") + 2),
      );
    for (const other of component.dependsOn)
      if (!given.some(([known]) => known === other)) fault("dependsOn", `${other} is no component`);
    return component;
  });
  const areNamed = components.every(({ dependsOn }) =>
    dependsOn.every((name) => given.some(([known]) => known === name)),
  );
  if (areNamed && !stepsOf(components)) fields.fault("components", "need each other in a circle");
  return components;
}

function componentOf(name: string, fields: Fields): Component {
  const offer = fields.text("offer", isWeb);
  const node = fields.text("node", isWeb, "optional") || offer;
  const atMost = fields.text(
    "atMost",
    (text) => (/^\d{1,15}(\.\d{1,12})?$/.test(text) ? undefined : 'is no decimal number such as "4.00"'),
    "optional",
  );
  const component = {
    name,
    offer,
    node: URL.canParse(node) ? new URL(node).origin : node,
    currency: fields.text("currency", undefined, "optional") || "EUR",
    ...(atMost === "" ? {} : { atMost }),
    values: fields.object("values", "optional") ?? {},
    parameters: fields.names("parameters"),
    terms: fields.texts("terms", isWeb),
    dependsOn: fields.texts("dependsOn"),
  };
  fields.end();
  return component;
}
