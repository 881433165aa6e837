// Faults in how a demand for a composition is read and answered.
import {
  answering,
  hearing,
  on,
  refusal,
  refusing,
  taking,
  withJson,
  withStatus,
  withText,
} from "../faults.ts";
import { answeringAt, choosing, composes, composing, hearingComponents } from "../composition.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const door = on("/matches/compose");

/** Composes nothing in place of refusing with one of these codes. */
const composingNothing = (...codes: readonly string[]): Spoil =>
  answering(composes, async (answer) => {
    if (answer.ok) return answer;
    const { code } = (await answer.clone().json()) as { code: string };
    const nothing = { type: "CompositionReport", outcome: "infeasible", component: [], compositions: [] };
    return codes.includes(code) ? Response.json(nothing) : answer;
  });

export default [
  {
    breaks: "MPLI-COMP-100",
    fault: "reads demands for a composition in JSON-LD alone",
    ...answeringAt(composes, (request) =>
      request.headers.get("content-type") === "application/ld+json"
        ? request
        : refusal(415, "unsupported-media-type"),
    ),
  },
  {
    breaks: "MPLI-COMP-100",
    fault: "composes for its operator alone",
    ...answeringAt(composes, (request) =>
      request.headers.has("authorization") ? request : refusal(401, "operator-only"),
    ),
  },
  {
    breaks: "MPLI-COMP-100",
    fault: "answers a GET with an empty report",
    ...answeringAt(door, (request) =>
      request.method === "GET" ? Response.json({ type: "CompositionReport" }) : request,
    ),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "answers with 201, as if a composition were created",
    ...answering(composes, (answer) => (answer.status === 200 ? withStatus(answer, 201) : answer)),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "calls it a report of a comparison",
    ...composing((report) => (report["type"] = "MatchReport")),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "leaves out lists that are empty",
    ...composing((report) => {
      for (const [name, value] of Object.entries(report))
        if (Array.isArray(value) && value.length === 0) delete report[name];
    }),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "does not say how many steps it took",
    ...composing((report) => delete report["explored"]),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "counts offers as providers",
    ...composing(({ compositions }) => {
      for (const one of compositions) one["providers"] = one.choices.length + 1;
    }),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "names an offer without its name",
    ...choosing((choice) => delete choice["name"]),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "states what an offer costs and not what that is the sum of",
    ...choosing(({ price }) => delete price["lines"]),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "writes the outcome under another property",
    ...answering(composes, (answer) =>
      answer.headers.get("content-type")?.startsWith("text/turtle")
        ? withText(answer, (turtle) => turtle.replaceAll("mpli:outcome", "mpli:result"))
        : answer,
    ),
  },
  {
    breaks: "MPLI-COMP-101",
    fault: "writes JSON-LD with spaces",
    ...answering(composes, (answer) =>
      answer.ok && answer.headers.get("content-type")?.startsWith("application/ld+json")
        ? withText(answer, (json) => JSON.stringify(JSON.parse(json), undefined, 2))
        : answer,
    ),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "counts what is undetermined as compatible",
    ...composing(({ component }) => {
      for (const { counts } of component)
        Object.assign(counts, {
          compatible: (counts["compatible"] ?? 0) + (counts["undetermined"] ?? 0),
          undetermined: 0,
        });
    }),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "passes over terms in silence",
    ...composing((report) => (report.warnings = [])),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "warns of what it evaluates",
    ...composing(({ warnings }) => warnings.push({ code: "not-evaluated", term: "together" })),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "takes 730 hours, whatever the usage is",
    ...hearingComponents(({ usage: _, ...component }) => component),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "composes nothing where there is no component",
    ...composingNothing("no-component", "too-many-components"),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "composes nothing for what it cannot find in its vocabulary",
    ...composingNothing("unknown-class", "unknown-property"),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "passes over terms that do not belong into a requirement",
    ...composingNothing("unknown-requirement-term"),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "takes bounds as they come",
    ...composingNothing(
      "value-does-not-fit",
      "unsupported-pattern",
      "currency-needed",
      "requirement-too-deep",
    ),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "takes the first of several components of one name",
    ...composingNothing("component-without-name"),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "passes over the nearest where no point is stated",
    ...composingNothing("near-needed"),
  },
  {
    breaks: "MPLI-COMP-102",
    fault: "has a code of its own for what it cannot read",
    ...answering(composes, (answer) =>
      answer.ok || answer.status === 422
        ? answer
        : withJson(answer, (problem) => (problem["code"] = "unreadable")),
    ),
  },
  {
    breaks: "MPLI-COMP-103",
    fault: "passes over a name that no component has",
    ...taking("unknown-component", 200, { type: "MatchReport", component: [] }),
  },
  {
    breaks: "MPLI-COMP-103",
    fault: "does not say which component is unknown",
    ...refusing("unknown-component", (problem) => delete problem["name"]),
  },
  {
    breaks: "MPLI-COMP-103",
    fault: "names the component in small letters",
    ...refusing("unknown-component", (problem) => {
      problem["name"] = String(problem["name"]).toLowerCase().trim();
    }),
  },
  {
    breaks: "MPLI-COMP-103",
    fault: "looks for the names of regions and providers alone",
    ...hearing(on("/matches", "POST"), (sent) =>
      sent.replaceAll('"closeTogether":["main","nobody"]', '"closeTogether":["main","side"]'),
    ),
  },
] satisfies Mutant[];
