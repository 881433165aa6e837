// Faults in issuing credentials.
import { answering, hearingJson, on, refusing, taking, withJson, withStatus } from "../faults.ts";
import { answeringIssued, booked, issues, signing, signingAs } from "../issuing.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const asIssued = {
  verifiableCredential: { type: "EnvelopedVerifiableCredential", id: "data:application/vc+jwt,e30.e30.AA" },
};

/** Hears the credential otherwise. */
const hearingCredential = (change: (credential: Record<string, unknown>) => Record<string, unknown>) =>
  hearingJson(issues, (body) => {
    const { credential } = body as { credential?: unknown };
    const isOne = typeof credential === "object" && credential !== null && !Array.isArray(credential);
    return isOne ? { ...(body as object), credential: change(credential as Record<string, unknown>) } : body;
  });
const without = (...names: readonly string[]) =>
  hearingCredential((credential) =>
    Object.fromEntries(Object.entries(credential).filter(([name]) => !names.includes(name))),
  );

/** Refuses a credential of a type only where the claim of its type is not there at all. */
function onlyLacking(): Spoil {
  return {
    async answers(answer) {
      if (answer.headers.get("content-type") !== "application/problem+json") return answer;
      const { code, violations = [] } = (await answer.clone().json()) as Violated;
      const isLacking = violations.some(({ shape }) => shape.endsWith("-credential-claim"));
      return code === "type-violation" && !isLacking ? Response.json(asIssued, { status: 201 }) : answer;
    },
  };
}

interface Violated {
  readonly code: string;
  readonly violations?: readonly { readonly shape: string }[];
}

export default [
  {
    breaks: "MPLI-ISSUE-001",
    fault: "names a key that its DID document does not have",
    ...signingAs("retired-long-ago"),
  },
  {
    breaks: "MPLI-ISSUE-001",
    fault: "lists its keys for authentication alone",
    ...answering(on("/.well-known/did.json"), (answer) =>
      withJson(answer, (document) => delete document["assertionMethod"]),
    ),
    spreads: ["trust"],
  },
  {
    breaks: "MPLI-PROT-013",
    fault: "signs with a key that it does not publish",
    stage: "provider",
    spreads: ["issuing", "trust"],
    ...answering(on("/.well-known/did.json"), (answer) =>
      withJson(answer, (document) => {
        document["verificationMethod"] = [];
      }),
    ),
  },
  {
    breaks: "MPLI-ISSUE-003",
    fault: "issues nothing",
    ...answering(issues, (answer) => (answer.ok ? withStatus(answer, 501) : answer)),
  },
  {
    breaks: "MPLI-ISSUE-003",
    fault: "answers with status 200",
    ...answering(issues, (answer) => (answer.ok ? withStatus(answer, 200) : answer)),
  },
  {
    breaks: "MPLI-ISSUE-003",
    fault: "answers with a bare token",
    ...answeringIssued((body) => {
      const { id } = body["verifiableCredential"] as { id: string };
      body["verifiableCredential"] = id.replace(/^[^,]*,/, "");
    }),
  },
  {
    breaks: "MPLI-ISSUE-004",
    fault: "shows strangers what it issued",
    ...answering(on("/credentials/issued"), (answer) =>
      answer.status === 401 ? Response.json({ type: "IssuedCredentials", credential: [] }) : answer,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-ISSUE-004",
    fault: "issues for whoever has any token",
    ...answering(issues, (answer, request) =>
      answer.status === 401 && request.headers.has("authorization")
        ? Response.json(asIssued, { status: 201 })
        : answer,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-ISSUE-005",
    fault: "names its address as the issuer",
    ...signing((payload) => ({ ...payload, issuer: `https://${String(payload["issuer"])}` })),
  },
  { breaks: "MPLI-ISSUE-006", fault: "issues in any name", ...taking("foreign-issuer", 201, asIssued) },
  {
    breaks: "MPLI-ISSUE-006",
    fault: "passes over the issuer that a credential names",
    ...without("issuer"),
  },
  {
    breaks: "MPLI-ISSUE-007",
    fault: "gives no end to credentials that have none",
    ...signing(({ validUntil: _, ...payload }) => payload),
  },
  {
    breaks: "MPLI-ISSUE-007",
    fault: "gives the same id to all",
    ...signing((payload) =>
      String(payload["id"]).startsWith("urn:uuid:") ? { ...payload, id: "urn:uuid:1" } : payload,
    ),
  },
  {
    breaks: "MPLI-ISSUE-008",
    fault: "drops what it does not know",
    ...signing(({ description: _, ...payload }) => payload),
  },
  {
    breaks: "MPLI-ISSUE-008",
    fault: "writes times anew",
    ...signing((payload) => ({
      ...payload,
      validFrom: new Date(String(payload["validFrom"])).toISOString(),
    })),
  },
  {
    breaks: "MPLI-ISSUE-008",
    fault: "writes one type as a list of one",
    ...signing((payload) => ({ ...payload, type: [payload["type"] ?? []].flat() })),
  },
  {
    breaks: "MPLI-ISSUE-008",
    fault: "names the issuer alone, whatever else is said of it",
    ...signing(({ issuer, ...payload }) => ({
      ...payload,
      issuer: (issuer as { id?: string })?.id ?? issuer,
    })),
  },
  {
    breaks: "MPLI-ISSUE-009",
    fault: "issues for as long as it is told",
    ...taking("validity-out-of-bounds", 201, asIssued),
  },
  {
    breaks: "MPLI-ISSUE-009",
    fault: "does not see that a credential is over",
    ...hearingCredential((credential) =>
      Date.parse(String(credential["validUntil"])) < Date.now()
        ? { ...credential, validUntil: undefined }
        : credential,
    ),
  },
  {
    breaks: "MPLI-ISSUE-010",
    fault: "signs whatever it gets",
    ...taking("unsound-credential", 201, asIssued),
  },
  {
    breaks: "MPLI-ISSUE-010",
    fault: "drops undefined terms",
    ...without("nmae"),
  },
  {
    breaks: "MPLI-ISSUE-010",
    fault: "does not name the fault",
    ...refusing("unsound-credential", (problem) => delete problem["fault"]),
  },
  {
    breaks: "MPLI-ISSUE-010",
    fault: "passes over contexts that it does not know",
    ...hearingCredential((credential) =>
      Array.isArray(credential["@context"]) && credential["@context"].length > 1
        ? { ...credential, "@context": credential["@context"].slice(0, 1) }
        : credential,
    ),
  },
  {
    breaks: "MPLI-ISSUE-010",
    fault: "takes a day that there is not for the next one",
    ...hearingCredential((credential) =>
      String(credential["validFrom"]).startsWith("2026-02-30")
        ? { ...credential, validFrom: "2026-03-02T00:00:00Z" }
        : credential,
    ),
  },
  {
    breaks: "MPLI-ISSUE-032",
    fault: "signs a type without its claims",
    ...taking("type-violation", 201, asIssued),
  },
  {
    breaks: "MPLI-ISSUE-032",
    fault: "looks whether the claims of a type are there, and not what they say",
    ...onlyLacking(),
  },
  {
    breaks: "MPLI-ISSUE-032",
    fault: "does not say what is wrong with a type",
    ...refusing("type-violation", (problem) => delete problem["violations"]),
  },
  {
    breaks: "MPLI-ISSUE-032",
    fault: "issues no credentials of types that have a shape",
    ...hearingCredential((credential) =>
      [credential["type"]].flat().includes("BillingCredential")
        ? { ...credential, credentialSubject: { id: "did:web:nobody.example" } }
        : credential,
    ),
  },
  { breaks: "MPLI-ISSUE-011", fault: "lets an operator write the status", ...without("credentialStatus") },
  {
    breaks: "MPLI-ISSUE-011",
    fault: "lets a credential bring its own end as a token",
    ...without("exp", "nbf"),
  },
  {
    breaks: "MPLI-ISSUE-011",
    fault: "does not name the member",
    ...refusing("reserved-member", (problem) => delete problem["member"]),
  },
  {
    breaks: "MPLI-ISSUE-012",
    fault: "issues an id as often as it is told",
    ...taking("credential-id-taken", 201, asIssued),
  },
  {
    breaks: "MPLI-ISSUE-012",
    fault: "calls an id that is taken unprocessable",
    ...refusing("credential-id-taken", (problem) => (problem["status"] = 422), 422),
  },
  {
    breaks: "MPLI-ISSUE-013",
    fault: "passes over options that it does not know",
    ...hearingJson(issues, (body) => {
      const { options, ...rest } = body as { options?: Record<string, unknown> };
      if (!options) return body;
      const { status, suspension } = options;
      return {
        ...rest,
        options: {
          ...(typeof status === "boolean" ? { status } : {}),
          ...(suspension === undefined ? {} : { suspension }),
        },
      };
    }),
  },
  {
    breaks: "MPLI-ISSUE-013",
    fault: "passes over members beside the credential that it does not know",
    ...hearingJson(issues, (body) => {
      const { credential, options } = body as { credential?: unknown; options?: unknown };
      return { credential, ...(options === undefined ? {} : { options }) };
    }),
  },
  {
    breaks: "MPLI-ISSUE-013",
    fault: "answers a request without a credential with nothing",
    ...taking("malformed-request", 201, {}),
  },
  {
    breaks: "MPLI-ISSUE-014",
    fault: "gives a status only where it is told",
    ...hearingJson(issues, (body) => {
      const { options } = body as { options?: object };
      return options ? body : { ...(body as object), options: { status: false } };
    }),
  },
  {
    breaks: "MPLI-ISSUE-014",
    fault: "gives a status to all",
    ...hearingJson(issues, (body) => {
      const { options } = body as { options?: { status?: unknown } };
      return options?.status === false ? { ...(body as object), options: {} } : body;
    }),
  },
  {
    breaks: "MPLI-ISSUE-015",
    fault: "suspends by the bit for revocation",
    ...signing((payload) => {
      const [first, second] = [payload["credentialStatus"] ?? []].flat() as Record<string, unknown>[];
      return second
        ? { ...payload, credentialStatus: [first, { ...first, statusPurpose: "suspension" }] }
        : payload;
    }),
  },
  {
    breaks: "MPLI-ISSUE-015",
    fault: "passes over the wish to suspend",
    ...hearingJson(issues, (body) => ({
      ...(body as object),
      options:
        (body as { options?: { status?: boolean } }).options?.status === false ? { status: false } : {},
    })),
  },
  {
    breaks: "MPLI-ISSUE-016",
    fault: "gives the same index to all",
    ...booked((positions) => positions.map((position) => ({ ...position, index: 4711 }))),
  },
  {
    breaks: "MPLI-ISSUE-017",
    fault: "counts indexes up",
    ...booked((positions, count) => positions.map((position) => ({ ...position, index: count }))),
  },
  {
    breaks: "MPLI-ISSUE-017",
    fault: "takes every thousandth index",
    ...booked((positions, count) => positions.map((position) => ({ ...position, index: count * 1000 }))),
  },
  {
    breaks: "MPLI-ISSUE-017",
    fault: "draws indexes from the first two thousand",
    ...booked((positions, count) =>
      positions.map((position) => ({ ...position, index: (count * count * 613 + 17) % 2000 })),
    ),
  },
  {
    breaks: "MPLI-ISSUE-017",
    fault: "draws indexes from the last two thousand",
    ...booked((positions, count) =>
      positions.map((position) => ({ ...position, index: 131_071 - ((count * count * 613 + 17) % 2000) })),
    ),
  },
] satisfies Mutant[];
