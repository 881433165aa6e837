// Refusals as responses: one a status, with the codes that it may carry and an example of each.
import { CODES } from "../../functions/codes.ts";
import type { DescribedRoom } from "../../functions/operations.ts";
import { problemDocument } from "../../functions/edge/problem.ts";
import { reference } from "./components.ts";

const FIELDS: Readonly<Record<number, readonly string[]>> = {
  401: ["WWW-Authenticate"],
  406: ["Vary"],
  503: ["Retry-After"],
};

/** The responses with which an operation of `room` refuses, by status. */
export function problemResponses(codes: readonly string[], room: DescribedRoom): [string, object][] {
  const byStatus = Map.groupBy(codes, (code) => rowOf(code, room).status);
  return [...byStatus]
    .sort(([a], [b]) => a - b)
    .map(([status, members]): [string, object] => [
      String(status),
      {
        description: members
          .map((code) => `- [\`${code}\`](/errors/${code}/): ${rowOf(code, room).title}.`)
          .join("\n"),
        ...headers(FIELDS[status] ?? []),
        content: {
          "application/problem+json": {
            schema: {
              allOf: [
                reference("Problem"),
                { properties: { status: { const: status }, code: { enum: members } } },
              ],
            },
            examples: Object.fromEntries(
              members.map((code) => [code, { $ref: `#/components/examples/${exampleName(code, room)}` }]),
            ),
          },
        },
      },
    ]);
}

/** An example of each code that operations of these rooms refuse with. */
export function problemExamples(rooms: readonly DescribedRoom[]): Record<string, object> {
  const pairs = rooms.flatMap((room) =>
    Object.values(room.operations).flatMap(({ problems }) => problems.map((code) => ({ code, room }))),
  );
  const examples = pairs.map(({ code, room }): [string, object] => {
    const evidence = CODES.find((each) => each.code === code)?.explanation.example;
    const value = problemDocument({ code, ...evidence }, { [code]: rowOf(code, room) });
    return [exampleName(code, room), { summary: value.title, value }];
  });
  return Object.fromEntries(examples.sort(([a], [b]) => (a < b ? -1 : 1)));
}

export function headers(names: readonly string[]): { headers?: Record<string, object> } {
  if (names.length === 0) return {};
  return {
    headers: Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }])),
  };
}

/** Where rooms say a code in different words, each has an example of its own. */
function exampleName(code: string, room: DescribedRoom): string {
  const rows = CODES.find((each) => each.code === code)?.rows ?? [];
  return rows.length > 1 ? `${code}-${room.name.toLowerCase()}` : code;
}

function rowOf(code: string, { name, problems }: DescribedRoom) {
  const row = problems[code];
  if (!row) throw new Error(`${name} has no problem ${code}`);
  return row;
}
