// What OpenTofu says under -json (its machine-readable UI 1.2), as progress and as the little that is left at the end.
import { parseJson } from "../../../kernel/json.ts";
import { type JsonObject, isObject } from "../../../trust/token/jws.ts";
import type { Progress } from "./adapter.ts";

export interface Heard {
  readonly create: number;
  readonly change: number;
  readonly destroy: number;
  /** Things made, altered or removed. */
  readonly changed: number;
  readonly summary: string;
  /** The last error, in its own words. */
  readonly error?: string;
}

const NOTHING: Heard = { create: 0, change: 0, destroy: 0, changed: 0, summary: "" };

/** Listens to lines; `sofar` is what they came to. */
export function hear(progress: (progress: Progress) => void): {
  readonly line: (line: string) => void;
  readonly sofar: () => Heard;
} {
  let heard = NOTHING;
  let begun = 0;
  let done = 0;
  return {
    sofar: () => heard,
    line: (line) => {
      const json = parseJson(line);
      if (!json.ok || !isObject(json.value)) return;
      const said = json.value;
      switch (said["type"]) {
        case "change_summary":
          heard = { ...heard, ...summary(said) };
          break;
        case "apply_start":
          begun++;
          break;
        case "apply_progress":
          progress({ message: text(said["@message"]) });
          break;
        case "apply_complete": {
          done++;
          heard = { ...heard, changed: done };
          const all = Math.max(begun, heard.create + heard.change + heard.destroy);
          progress({
            message: text(said["@message"]),
            percent: Math.min(99, Math.floor((100 * done) / all)),
          });
          break;
        }
        case "apply_errored":
          progress({ message: text(said["@message"]) });
          break;
        case "diagnostic":
          heard = { ...heard, ...problem(said["diagnostic"]) };
          break;
        default:
      }
    },
  };
}

/** An apply first says what it is about to do, then what it has done: only the first is the plan. */
function summary(said: JsonObject): Partial<Heard> {
  const changes = isObject(said["changes"]) ? said["changes"] : {};
  if (changes["operation"] !== "plan") return {};
  const number = (name: string) => Number(changes[name] ?? 0);
  return {
    create: number("add"),
    change: number("change"),
    destroy: number("remove"),
    summary: text(said["@message"]),
  };
}

function problem(diagnostic: JsonObject[string] | undefined): Partial<Heard> {
  if (!isObject(diagnostic) || diagnostic["severity"] !== "error") return {};
  return { error: [diagnostic["summary"], diagnostic["detail"]].filter(Boolean).map(text).join(": ") };
}

const text = (value: JsonObject[string] | undefined) => (typeof value === "string" ? value : "");
