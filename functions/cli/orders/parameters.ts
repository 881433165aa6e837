// Parameters as they are typed at a terminal: `--set NAME=VALUE`, read by what the offer asks for.
import type { Json } from "../../kernel/json.ts";
import { Stop } from "../terminal/stop.ts";
import { plain } from "../terminal/print.ts";

type Parameter = { readonly name: string; readonly datatype: string } | "unreadable";

/** Values as the datatypes of the parameters ask for; what the offer does not know is left to the node to refuse. */
export function parametersOf(
  given: readonly string[],
  known: readonly Parameter[],
): { readonly [name: string]: Json } {
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf("=");
      if (at < 1) throw new Stop(2, `--set ${plain(pair)} is not NAME=VALUE.`);
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      const parameter = known.find((each) => each !== "unreadable" && each.name === name);
      const type = parameter && parameter !== "unreadable" ? parameter.datatype : "string";
      if (type === "boolean" && /^(true|false)$/.test(value)) return [name, value === "true"];
      const isNumber = (type === "integer" || type === "decimal") && value !== "";
      return [name, isNumber && Number.isFinite(Number(value)) ? Number(value) : value];
    }),
  );
}
