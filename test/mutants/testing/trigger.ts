// Faults of the trigger by which an operator has a node under test do things now.
import { answering, hearing, hearingHeaders, on, refusing, taking, withJson, withStatus } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { TOKEN } from "../stages.ts";

const trigger = on("/test/trigger", "POST");
const RIGHT = `Bearer ${TOKEN}`;
type Harvest = (origin: string) => Promise<boolean>;

/** Harvests otherwise when it is told to. */
function harvesting(change: (harvest: Harvest) => Harvest): Spoil {
  return {
    host: (host) => {
      const harvest = host.testing?.actions["harvest"];
      return harvest && host.testing
        ? { ...host, testing: { ...host.testing, actions: { harvest: change(harvest) } } }
        : host;
    },
  };
}

/** Passes on that a provider did not answer as it should. */
function passingOn(): Spoil {
  let hasFailed = false;
  return {
    fetches: (wire) => async (input, init) => {
      const answer = await wire(input, init);
      hasFailed = answer.status >= 500;
      return answer;
    },
    answers: (answer, request) => (trigger(request) && hasFailed ? withStatus(answer, 502) : answer),
  };
}

export default [
  {
    breaks: "MPLI-TEST-001",
    fault: "answers a trigger and does nothing",
    ...harvesting(() => async () => true),
    spreads: ["catalogue", "compatibility", "protocol"],
  },
  {
    breaks: "MPLI-TEST-001",
    fault: "serves the trigger elsewhere than it says",
    ...answering(trigger, () => Response.json({ code: "not-found" }, { status: 404 })),
    spreads: ["catalogue", "compatibility", "protocol"],
  },
  {
    breaks: "MPLI-TEST-002",
    fault: "lets anybody pull the trigger",
    ...hearingHeaders(trigger, { authorization: RIGHT }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-TEST-002",
    fault: "compares as much of the token as was sent",
    ...hearingHeaders(
      (request) => trigger(request) && RIGHT.startsWith(request.headers.get("authorization") ?? "none"),
      { authorization: RIGHT },
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-TEST-003",
    fault: "answers before the harvest has ended",
    ...harvesting((harvest) => async (origin) => {
      void harvest(origin);
      return true;
    }),
    spreads: ["catalogue", "compatibility"],
  },
  {
    breaks: "MPLI-TEST-003",
    fault: "passes the failure of the provider on",
    ...passingOn(),
    spreads: ["catalogue", "compatibility"],
  },
  {
    breaks: "MPLI-TEST-003",
    fault: "does not repeat the action",
    ...answering(trigger, (answer) =>
      answer.ok ? withJson(answer, (body) => delete body["action"]) : answer,
    ),
  },
  {
    breaks: "MPLI-TEST-003",
    fault: "answers without content",
    ...answering(trigger, (answer) => (answer.ok ? new Response(null, { status: 204 }) : answer)),
    spreads: ["catalogue", "compatibility"],
  },
  {
    breaks: "MPLI-TEST-004",
    fault: "does not say which actions it knows",
    ...refusing("unknown-action", (problem) => delete problem["actions"]),
  },
  {
    breaks: "MPLI-TEST-004",
    fault: "calls an unknown action not found",
    ...refusing("unknown-action", () => undefined, 404),
  },
  {
    breaks: "MPLI-TEST-004",
    fault: "finds actions in the prototype of its table",
    asks: async (request) =>
      trigger(request) && /constructor|toString/.test(await request.clone().text())
        ? Response.json({ action: "constructor" })
        : request,
  },
  {
    breaks: "MPLI-TEST-004",
    fault: "reads the names of actions without case and space",
    ...hearing(trigger, (text) => text.replace(/"harvest ?"/i, '"harvest"')),
  },
  {
    breaks: "MPLI-TEST-004",
    fault: "asks for an address before it looks for the action",
    asks: async (request) =>
      trigger(request) &&
      request.headers.get("authorization") === RIGHT &&
      !/"url"/.test(await request.clone().text())
        ? new Request(request, { method: "POST", headers: request.headers, body: "[]" })
        : request,
  },
  { breaks: "MPLI-TEST-005", fault: "takes what names no action", ...taking("malformed-action") },
  {
    breaks: "MPLI-TEST-005",
    fault: "reads a list of one action as the action",
    ...hearing(trigger, (text) => text.replace(/\["harvest"\]/, '"harvest"')),
  },
  {
    breaks: "MPLI-TEST-005",
    fault: "takes a harvest without an address for one of a stranger",
    ...hearing(trigger, (text) =>
      text.replace('{"action":"harvest"}', '{"action":"harvest","url":"https://no.example"}'),
    ),
  },
  {
    breaks: "MPLI-TEST-005",
    fault: "breaks down at null",
    asks: async (request) =>
      trigger(request) && (await request.clone().text()) === "null"
        ? Response.json({ code: "internal-error" }, { status: 500 })
        : request,
  },
  {
    breaks: "MPLI-TEST-007",
    fault: "harvests only what it is due to harvest",
    ...harvesting((harvest) => {
      const known = new Set<string>();
      return async (origin) => known.has(origin) || (known.add(origin), harvest(origin));
    }),
    spreads: ["catalogue", "compatibility"],
  },
  {
    breaks: "MPLI-TEST-007",
    fault: "compares the address with the origin as text",
    ...hearing(trigger, (text) => text.replace(/(:\d+)\/[^"]*"/, '$1.example"')),
  },
  {
    breaks: "MPLI-TEST-007",
    fault: "drops the snapshot when a harvest on request fails",
    ...answering(on("/providers", "GET"), (answer) =>
      withJson(answer, (body) => {
        for (const entry of body["provider"] as { [name: string]: unknown }[])
          if (entry["state"] === "stale") delete entry["digest"];
      }),
    ),
    spreads: ["catalogue", "compatibility"],
  },
  { breaks: "MPLI-TEST-008", fault: "takes a stranger for harvested", ...taking("no-such-provider") },
  {
    breaks: "MPLI-TEST-008",
    fault: "registers whom it is told to harvest",
    host: (host) => {
      const harvest = host.testing?.actions["harvest"];
      if (!harvest || !host.testing) return host;
      const registering: Harvest = async (origin) => {
        await host.catalogue.book.register(origin);
        return harvest(origin);
      };
      return { ...host, testing: { ...host.testing, actions: { harvest: registering } } };
    },
  },
  {
    breaks: "MPLI-TEST-008",
    fault: "looks providers up by their host",
    ...hearing(trigger, (text) => text.replace('"https://localhost', '"http://localhost')),
  },
  {
    breaks: "MPLI-TEST-008",
    fault: "calls a stranger unprocessable",
    ...refusing("no-such-provider", () => undefined, 422),
    spreads: ["catalogue"],
  },
] satisfies Mutant[];
