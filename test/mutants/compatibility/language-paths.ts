// Faults in where a path leads, and in which paths are taken.
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import { refusing, taking } from "../faults.ts";
import { hearingObjects, without } from "../hearing.ts";
import { type Json, judging, knowing, takingWhere } from "../judgement.ts";
import type { Mutant, Spoil } from "../mutant.ts";

/** Hears another path, where the change gives one. */
const hearingPaths = (change: (path: readonly unknown[], requirement: Json) => Json | undefined): Spoil =>
  hearingObjects((one) => {
    const { path, ...rest } = one;
    const heard = Array.isArray(path) ? change(path, one) : undefined;
    return heard ? { ...rest, ...heard } : one;
  });

const isStep = (step: unknown): step is Json => typeof step === "object" && step !== null;
const ofTwo = (path: readonly unknown[]) => path.length === 2 && typeof path[1] === "string";

/** Hears `sh:` paths as if there were only the property in them. */
const plainly = (operator: string): Spoil =>
  hearingObjects((one) => {
    const { path, "sh:path": direct } = one;
    const read = (step: unknown) => {
      const inner = isStep(step) ? step[`sh:${operator}`] : undefined;
      const [first] = [isStep(inner) && inner["@list"] ? inner["@list"] : inner].flat();
      return inner === undefined ? step : first;
    };
    if (Array.isArray(path)) return { ...one, path: path.map(read) };
    return isStep(direct) ? { ...one, "sh:path": read(direct) } : one;
  });

export default [
  {
    breaks: "MPLI-COMP-068",
    fault: "judges by the first property of a path",
    ...hearingPaths((path) => (ofTwo(path) ? { on: path[0] } : undefined)),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "looks the last property of a path up at the offer",
    ...hearingPaths((path) => (ofTwo(path) && path[1] === "name" ? { on: "name" } : undefined)),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "ends every path at what the node is compared by",
    ...hearingPaths((path) =>
      path[0] === "portability" && path[1] === "import" ? { path: ["portability", "export"] } : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "follows a path of one property no further than to the node",
    ...hearingPaths((path) =>
      path.length === 1 && path[0] === "certification" ? { on: "certification", is: "urn:node" } : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "follows a path through the first node only",
    ...knowing({
      rows: (all, about) => {
        if (about !== "?offer") return all;
        const first = new Map<string, string>();
        return all.filter(({ offer, key, node }) => {
          if (!node || key?.value !== mpli.portability.value) return true;
          const at = `${offer?.value}`;
          first.set(at, first.get(at) ?? node.value);
          return first.get(at) === node.value;
        });
      },
    }),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "follows paths from the offer alone, and not from its provider",
    ...knowing({
      rows: (all, about) =>
        about === "?offer" ? all : all.filter(({ detail }) => detail?.value !== mpli.evidencePage.value),
    }),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "reads one step of `within` as any number of them",
    ...hearingPaths((path) =>
      path[0] === "region" && path[1] === "within"
        ? { path: ["region", { zeroOrMore: "within" }] }
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "counts a path that finds nothing as a no",
    ...hearingPaths((path, { absent }) => (ofTwo(path) ? { path, absent: absent ?? "violated" } : undefined)),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "reads absence as that of the last property",
    ...hearingPaths((path, { absent }) =>
      ofTwo(path) && path[0] === "certification" ? { path, absent: absent ?? "unknown" } : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "passes over `absent` beside a path",
    ...hearingObjects((one) => (Array.isArray(one["path"]) ? without("absent")(one) : one)),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "compares a region with what it should lie in, and nothing above it",
    ...hearingPaths((path) =>
      isStep(path[1]) && path[1]["zeroOrMore"] === "within" ? { on: path[0] } : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "leaves the region itself out of what it lies in",
    ...judging(({ on, outcome, expected: { is }, found }) =>
      on.startsWith("region/within") && outcome === "satisfied" && found.some((one) => one === is)
        ? "violated"
        : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "denies that a region lies in what is not stated above it",
    ...judging(({ on, outcome }) =>
      on === "region/within*" && outcome === "unknown" ? "violated" : undefined,
    ),
  },
  {
    breaks: "MPLI-COMP-068",
    fault: "takes `within` on a region and all that it lies in",
    ...takingWhere("operator-does-not-fit", ({ term, on }) => term === "within" && on !== "memory"),
  },
  { breaks: "MPLI-COMP-069", fault: "takes any path", ...taking("unsupported-path") },
  {
    breaks: "MPLI-COMP-069",
    fault: "follows the first two steps of three",
    ...hearingPaths((path) => (path.length > 2 ? { path: path.slice(0, 2) } : undefined)),
  },
  {
    breaks: "MPLI-COMP-069",
    fault: "takes the price for a node with facts",
    ...hearingPaths((path) => (path[0] === "price" ? { path: ["region", "city"] } : undefined)),
  },
  {
    breaks: "MPLI-COMP-069",
    fault: "loses the steps that its context does not know",
    ...hearingPaths((path) => (path[1] === "imports" ? { path: path.slice(0, 1) } : undefined)),
  },
  {
    breaks: "MPLI-COMP-069",
    fault: "takes any two properties for a path",
    ...takingWhere("unsupported-path", ({ path }) => path === "region/engine"),
  },
  {
    breaks: "MPLI-COMP-069",
    fault: "reads zero or more of anything as none",
    ...hearingPaths((path) =>
      path.length === 2 && isStep(path[1]) && path[1]["zeroOrMore"] === "region"
        ? { path: ["region", "city"] }
        : undefined,
    ),
  },
  ...["inversePath", "oneOrMorePath", "zeroOrOnePath", "alternativePath"].map((operator) => ({
    breaks: "MPLI-COMP-069",
    fault: `reads sh:${operator} as the property in it`,
    ...plainly(operator),
  })),
  {
    breaks: "MPLI-COMP-069",
    fault: "does not name the path that it does not take",
    ...refusing("unsupported-path", (told) => delete told["path"]),
  },
  {
    breaks: "MPLI-COMP-069",
    fault: "names the last step of a path only",
    ...refusing("unsupported-path", (told) => (told["path"] = String(told["path"]).split("/").at(-1))),
  },
  {
    breaks: "MPLI-COMP-069",
    fault: "takes a path that it does not know for a property that offers do not have",
    ...refusing("unsupported-path", (told) => (told["code"] = "unknown-property")),
  },
  {
    breaks: "MPLI-COMP-012",
    fault: "looks at the last property of a path",
    ...refusing("unknown-property", (told) => {
      if (told["property"] === "city") told["code"] = "unsupported-path";
    }),
  },
] satisfies Mutant[];
