// What a tool is told of a job: values of the provider, and those of the customer under names that the provider chose.
import { basename } from "node:path";
import type { JsonObject } from "../../../trust/token/jws.ts";
import type { Job } from "../job.ts";

export interface Variables {
  /** Of the provider, the same for each order. */
  readonly variables: JsonObject;
  /** Names of variables of the tool, and the parameter of the order that each gets. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * What only the customer decides. A parameter comes under a name of its own choosing nowhere: it could be the name of
 * a variable that was not meant to be set.
 */
export function customerVariables(
  { parameters: given, order, generation }: Job,
  names: Variables["parameters"],
) {
  const named = Object.entries(names).flatMap(([variable, parameter]) => {
    const value = Object.hasOwn(given, parameter) ? given[parameter] : undefined;
    return value === undefined ? [] : [[variable, value] as const];
  });
  return {
    ...Object.fromEntries(named),
    mpli_parameters: given,
    mpli_order: order,
    mpli_generation: generation,
  };
}

/** The name of a program as an event says it. */
export const programName = (program: string) => basename(program);
