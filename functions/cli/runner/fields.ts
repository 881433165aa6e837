// The members of a configuration, read one by one: what is wrong with each is noted with its place.
import type { Json } from "../../kernel/json.ts";
import { type JsonObject, isObject } from "../../trust/token/jws.ts";
import { webAddress } from "../node-client/node.ts";
import { ACTIONS, type Action } from "./job.ts";

/** Actions without which an order could not be brought to its end. */
export const REQUIRED: readonly Action[] = ["apply", "stop", "destroy", "lookup"];

export type Check = (text: string) => string | undefined;

export const isWeb: Check = (text) => (webAddress(text) ? undefined : "is no address on the web");

export interface Fields {
  readonly any: (name: string) => Json | undefined;
  /** Empty when it is not there. */
  readonly text: (name: string, check?: Check, optional?: "optional") => string;
  readonly texts: (name: string, check?: Check) => string[];
  readonly count: (name: string, otherwise: number, most: number) => number;
  readonly object: (name: string, optional?: "optional") => JsonObject | undefined;
  /** An object of texts. */
  readonly names: (name: string) => Record<string, string>;
  readonly actions: (name: string) => Action[];
  readonly fault: (name: string, what: string) => void;
  /** Finds members that nobody asked for. */
  readonly end: () => void;
}

/** Reads the members of an object, notes what is wrong with each, and knows which have been asked for. */
export function reader(json: Json, place: string, faults: string[]): Fields {
  const members: JsonObject = isObject(json) ? json : {};
  const asked = new Set<string>();
  const fault = (name: string, what: string) => void faults.push(`${place}/${name}: ${what}`);
  if (!isObject(json)) faults.push(`${place || "/"}: is no object`);
  const any = (name: string) => {
    asked.add(name);
    return Object.hasOwn(members, name) ? members[name] : undefined;
  };
  const required = (name: string, value: Json | undefined, optional?: "optional") => {
    if (value === undefined && !optional && isObject(json)) fault(name, "is missing");
    return value;
  };
  const object: Fields["object"] = (name, optional) => {
    const value = required(name, any(name), optional);
    if (value !== undefined && !isObject(value)) fault(name, "is no object");
    return isObject(value) ? value : undefined;
  };
  const texts: Fields["texts"] = (name, check) => {
    const value = any(name) ?? [];
    if (!Array.isArray(value) || !value.every((each) => typeof each === "string")) {
      fault(name, "is no list of texts");
      return [];
    }
    for (const text of value) {
      const wrong = check?.(text);
      if (wrong) fault(name, `${text} ${wrong}`);
    }
    return value;
  };
  return {
    any,
    fault,
    object,
    texts,
    text(name, check, optional) {
      const value = required(name, any(name), optional);
      const wrong =
        value === undefined
          ? undefined
          : typeof value === "string" && value !== ""
            ? check?.(value)
            : "is no text";
      if (wrong) fault(name, wrong);
      return typeof value === "string" ? value : "";
    },
    count(name, otherwise, most) {
      const value = any(name) ?? otherwise;
      if (typeof value === "number" && Number.isInteger(value) && value >= 1 && value <= most) return value;
      fault(name, `is no whole number from 1 to ${most}`);
      return otherwise;
    },
    names(name) {
      const entries = Object.entries(object(name, "optional") ?? {});
      for (const [key, value] of entries)
        if (typeof value !== "string") fault(`${name}/${key}`, "is no text");
      return Object.fromEntries(entries.map(([key, value]) => [key, String(value)]));
    },
    actions(name) {
      const listed = any(name) === undefined ? ACTIONS : texts(name);
      const known = ACTIONS.filter((action) => listed.some((each) => each === action));
      if (known.length < listed.length) fault(name, `names something else than ${ACTIONS.join(", ")}`);
      for (const action of ["plan", ...REQUIRED])
        if (!known.some((each) => each === action))
          fault(name, `lacks ${action}: without it an order could not be brought to its end`);
      return known;
    },
    end() {
      for (const name of Object.keys(members))
        if (!asked.has(name)) fault(name, `is not known here; known are ${[...asked].join(", ")}`);
    },
  };
}
