// Faults in the names of offers, and in how their facts are written.
import { answering, on, serving, withJson } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** Names offers otherwise: what stands before `offers/`, given the node's origin. */
const naming = (prefix: (origin: URL) => string): Spoil =>
  serving((nquads) =>
    nquads.replaceAll(
      /<(http:\/\/localhost:\d+)\/offers\//g,
      (_, origin: string) => `<${prefix(new URL(origin))}`,
    ),
  );

const GIBIBYTES = /"(\d+) GiBy"\^\^<[^>]+>/g;
const INTEGER = "<http://www.w3.org/2001/XMLSchema#integer>";
/** Cases of other rooms look for the offers that they published. */
const spreads = ["protocol", "compatibility"] as const;

export default [
  {
    breaks: "MPLI-DISC-010",
    fault: "names offers by its web shop",
    spreads,
    ...naming(() => "https://shop.example/offers/"),
  },
  {
    breaks: "MPLI-DISC-010",
    fault: "names offers by numbers of no origin",
    spreads,
    ...naming(() => "urn:offer:"),
  },
  {
    breaks: "MPLI-DISC-010",
    fault: "names offers by the scheme that its proxy speaks",
    spreads,
    ...naming(({ host }) => `https://${host}/offers/`),
  },
  {
    breaks: "MPLI-DISC-010",
    fault: "names offers by a host that begins like its own",
    spreads,
    ...naming(({ origin }) => `${origin}0.example/offers/`),
  },
  {
    breaks: "MPLI-DISC-010",
    fault: "names offers on pages without its port",
    stage: "large",
    spreads,
    ...naming(({ hostname }) => `http://${hostname}/offers/`),
  },
  {
    breaks: "MPLI-DISC-015",
    fault: "writes quantities as plain text",
    spreads: ["compatibility"],
    ...serving((nquads) => nquads.replaceAll(/\^\^<[^>]+ucum>/g, "")),
  },
  {
    breaks: "MPLI-DISC-015",
    fault: "writes memory as a number of gibibytes",
    spreads: ["compatibility", "issuing"],
    ...serving((nquads) => nquads.replaceAll(GIBIBYTES, `"$1"^^${INTEGER}`)),
  },
  {
    breaks: "MPLI-DISC-015",
    fault: "writes a quantity as a node with a value and a unit",
    spreads: ["compatibility"],
    ...serving((nquads) =>
      nquads.replaceAll(
        /^(.*) "(\d+) GiBy"\^\^<[^>]+> \.$/gm,
        (_, rest: string, value: string) =>
          `${rest} _:q${value} .\n_:q${value} <http://schema.org/value> "${value}"^^${INTEGER} .`,
      ),
    ),
  },
  {
    breaks: "MPLI-DISC-015",
    fault: "writes the number and the unit as one word",
    spreads: ["compatibility"],
    ...serving((nquads) => nquads.replaceAll(" GiBy", "GiBy")),
  },
  {
    breaks: "MPLI-DISC-016",
    fault: "writes versions as numbers",
    spreads: ["compatibility", "issuing"],
    ...serving((nquads) =>
      nquads.replaceAll(/(Version> "[0-9.]+")/g, "$1^^<http://www.w3.org/2001/XMLSchema#decimal>"),
    ),
  },
  {
    breaks: "MPLI-DISC-016",
    fault: "writes versions as numbers in JSON-LD",
    spreads: ["protocol"],
    ...answering(on("/manifest", "GET"), (answer) =>
      withJson(answer, (body) => {
        const text = JSON.stringify(body);
        Object.assign(body, JSON.parse(text.replaceAll(/("kubernetesVersion":\s*)"([0-9.]+)"/g, "$1$2")));
      }),
    ),
  },
] satisfies Mutant[];
