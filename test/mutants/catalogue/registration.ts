// Faults of a catalogue in whom it registers, and in whom it forgets.
import type { Registration } from "../../../functions/catalogue/ports.ts";
import { registration } from "../../../functions/catalogue/schedule.ts";
import { keeping, onRegistration, registering } from "../catalogues.ts";
import {
  answering,
  hearingHeaders,
  hearingJson,
  on,
  refusal,
  refusing,
  withJson,
  withStatus,
} from "../faults.ts";
import type { Mutant, Room, Spoil } from "../mutant.ts";
import { TOKEN } from "../stages.ts";

const EVERYWHERE: readonly Room[] = ["protocol", "discovery", "compatibility", "testing"];
const register = on("/providers", "POST");
const withdraw = on("/providers", "DELETE");
const nodeDocument = on("/.well-known/mpli", "GET");
const RIGHT = `Bearer ${TOKEN}`;
type Sent = { url?: unknown } | null;

/** Brings back the snapshot of a provider that was forgotten and comes again. */
function bringingBack(): Spoil {
  const gone = new Map<string, Registration>();
  return keeping((book) => ({
    async remove(origin) {
      const entry = (await book.list()).find((one) => one.origin === origin);
      if (entry?.snapshot) gone.set(origin, entry);
      return book.remove(origin);
    },
    list: async () =>
      (await book.list()).map((entry) => {
        const { snapshot } = entry.snapshot ? entry : (gone.get(entry.origin) ?? {});
        return snapshot ? { ...entry, snapshot } : entry;
      }),
  }));
}

export default [
  {
    breaks: "MPLI-CAT-001",
    fault: "answers a registration and forgets it",
    ...keeping(() => ({
      register: async (origin) => ({ registration: registration(origin, new Date()), created: true }),
    })),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-001",
    fault: "takes a bare origin only",
    ...onRegistration((url) =>
      /^\w+:\/\/[^/]+\/./.test(url) ? refusal(422, "malformed-registration") : undefined,
    ),
  },
  {
    breaks: "MPLI-CAT-002",
    fault: "registers for anybody",
    ...hearingHeaders(register, { authorization: RIGHT }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-002",
    fault: "takes any token for the operator's",
    ...hearingHeaders(
      (request) => register(request) && /^Bearer \S/.test(request.headers.get("authorization") ?? ""),
      { authorization: RIGHT },
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-003",
    fault: "answers a repeated registration with 201",
    ...answering(register, (answer) => (answer.status === 200 ? withStatus(answer, 201) : answer)),
  },
  {
    breaks: "MPLI-CAT-003",
    fault: "answers a new registration with 200",
    ...answering(register, (answer) => (answer.status === 201 ? withStatus(answer, 200) : answer)),
  },
  {
    breaks: "MPLI-CAT-004",
    fault: "registers the first of a list of addresses",
    ...hearingJson(register, (value) => {
      const url = (value as Sent)?.url;
      return Array.isArray(url) ? { url: url[0] } : value;
    }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-004",
    fault: "makes a text of whatever stands in `url`",
    ...hearingJson(register, (value) =>
      (value as Sent)?.url ? { url: String((value as Sent)?.url) } : value,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-004",
    fault: "refuses a registration without an address with 400",
    ...refusing("malformed-registration", (problem) => (problem["status"] = 400), 400),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-005",
    fault: "registers addresses that it never fetches",
    ...registering((url) => url.includes("//10.")),
  },
  {
    breaks: "MPLI-CAT-005",
    fault: "says of a private address that it is malformed",
    ...refusing("address-not-permitted", (problem) => (problem["code"] = "malformed-registration")),
  },
  {
    breaks: "MPLI-CAT-005",
    fault: "refuses a private address with 403",
    ...refusing("address-not-permitted", (problem) => (problem["status"] = 403), 403),
  },
  {
    breaks: "MPLI-CAT-042",
    fault: "does not say how many providers it keeps",
    ...answering(nodeDocument, (answer) =>
      withJson(answer, ({ limits }) => delete (limits as Record<string, unknown>)["providers"]),
    ),
  },
  {
    breaks: "MPLI-CAT-042",
    fault: "declares fewer providers than it lists",
    ...answering(nodeDocument, (answer) =>
      withJson(answer, ({ limits }) => ((limits as Record<string, unknown>)["providers"] = 1)),
    ),
  },
  {
    breaks: "MPLI-CAT-006",
    fault: "registers one provider more than it declares",
    host: (host) => ({
      ...host,
      catalogue: { ...host.catalogue, mostProviders: host.catalogue.mostProviders + 1 },
    }),
  },
  {
    breaks: "MPLI-CAT-006",
    fault: "refuses one provider too many with a conflict",
    ...refusing("too-many-providers", (problem) => (problem["status"] = 409), 409),
  },
  {
    breaks: "MPLI-CAT-007",
    fault: "answers a withdrawal and keeps the provider",
    ...keeping(() => ({ remove: async () => true })),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-007",
    fault: "brings back the snapshot of a provider that it had to forget",
    ...bringingBack(),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-007",
    fault: "forgets a provider for anybody",
    ...hearingHeaders(withdraw, { authorization: RIGHT }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-047",
    fault: "answers a withdrawal with 200",
    ...answering(withdraw, (answer) => (answer.status === 204 ? Response.json({}) : answer)),
  },
  {
    breaks: "MPLI-CAT-047",
    fault: "withdraws nobody at the address of the registration",
    ...answering(withdraw, () => refusal(405, "method-not-allowed", { allow: "GET, POST" })),
    spreads: EVERYWHERE,
  },
  {
    breaks: "MPLI-CAT-050",
    fault: "withdraws whom it does not know",
    ...answering(withdraw, (answer) =>
      answer.status === 404 ? new Response(null, { status: 204 }) : answer,
    ),
  },
] satisfies Mutant[];
