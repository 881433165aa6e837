// `mpli match --verify` of reports that rest on a presentation: what anybody can find out again, and what only the node knew.
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { presentationThen } from "../../functions/cli/match/presentation-then.ts";
import type { MatchReport } from "../../functions/compatibility/match/report.ts";
import type { JsonObject } from "../conformance/http.ts";
import { issuer } from "../conformance/steps/credentials.ts";
import { held, presentation, presentationToken } from "../conformance/steps/presentations.ts";
import { mpli } from "./mpli.ts";
import { type Served, serveNode } from "./serve.ts";

const CONTEXT = "https://w3id.org/mpli/context/v1";
/** Seconds; the clock of the node stands five seconds later. */
const SIGNED = Date.parse("2026-01-02T03:04:00Z") / 1000;
const HOLDER = issuer();
const NAME = "Holder";
/** Today it has expired. */
const SOUND = held(HOLDER, { validUntil: "2026-01-03T00:00:00Z" });

const didOf = (origin: string) => `did:web:${encodeURIComponent(new URL(origin).host)}`;

const manifest = (origin: string) =>
  JSON.stringify({
    "@context": CONTEXT,
    type: "Manifest",
    provider: { id: didOf(origin), type: "Provider", name: "North" },
    offer: [
      { id: "offers/free", class: "VirtualMachine", memory: "4 GiBy" },
      {
        id: "offers/asking",
        class: "VirtualMachine",
        memory: "4 GiBy",
        prerequisite: {
          ask: "named",
          dcqlQuery: {
            credentials: [
              { id: "named", format: "vc+jwt", meta: {}, claims: [{ path: ["credentialSubject", "name"] }] },
            ],
          },
        },
      },
    ],
  });

const signed = (credentials: readonly string[], more: JsonObject = {}) =>
  presentationToken(HOLDER, presentation(HOLDER, credentials, { iat: SIGNED, ...more }));

/** Nobody listens there. */
const credentialStatus = {
  type: "BitstringStatusListEntry",
  statusPurpose: "revocation",
  statusListIndex: "7",
  statusListCredential: "http://127.0.0.1:9/status",
};
let [node, folder]: [Served | undefined, string] = [undefined, ""];

beforeAll(async () => {
  node = await serveNode([manifest]);
  folder = await mkdtemp(join(tmpdir(), "mpli-showing-"));
});
afterAll(async () => {
  await node?.stop();
  await rm(folder, { recursive: true });
});

/** A demand that shows these credentials to `aud`, in a file, and what the node says of it. */
async function reported(credentials: readonly string[], aud = didOf(node?.origin ?? "")) {
  const demand = join(folder, "demand.jsonld");
  const asked = {
    "@context": CONTEXT,
    type: "Demand",
    component: { class: "VirtualMachine" },
    presentation: `data:application/vp+jwt,${signed(credentials, { aud })}`,
  };
  await writeFile(demand, JSON.stringify(asked));
  const { out: report } = await mpli(["match", demand, "--at", node?.origin ?? "", "--json"]);
  return { demand, report };
}

async function verify(demand: string, report: string) {
  const saved = join(folder, "report.json");
  await writeFile(saved, report);
  return mpli(["match", demand, "--verify", saved]);
}

/** What comes of verifying the report on a demand that shows these credentials. */
async function verified(credentials: readonly string[], aud?: string) {
  const { demand, report } = await reported(credentials, aud);
  return { report, ...(await verify(demand, report)) };
}

describe("a report that rests on a presentation", () => {
  it("holds where its credentials answer, as of when it was signed, and what is the node's word is said", async () => {
    const { code, out } = await verified([SOUND]);
    expect(out).toMatch(/^The report holds: computed again from 1 manifest, \d+ bytes alike\.\n/);
    expect(out).toMatch(/^Only the node that made it can tell whether the presentation [0-9a-f]{12}… /m);
    expect(out).not.toMatch(/It says|any more/);
    expect(out).not.toContain(NAME);
    expect(code).toBe(0);
  });

  it("holds where they do not, with what is missing", async () => {
    const { code, report } = await verified([
      held(HOLDER, { credentialSubject: { id: HOLDER.did, description: "x" } }),
    ]);
    expect(report).toContain('"code": "claim-absent"');
    expect(code).toBe(0);
  });

  it("holds where the node says that it did not stand, which is its word", async () => {
    const { code, out } = await verified([SOUND], "did:web:other.example");
    expect(out).toContain("It says that the presentation did not stand: audience-mismatch.");
    expect(code).toBe(0);
  });

  it("does not hold with anything else in it that can be found out", async () => {
    const { demand, report } = await reported([SOUND]);
    const touch = [
      report.replace('"verdict": "compatible"', '"verdict": "undetermined"'),
      report.replace(/"presentationDigest": "./, '"presentationDigest": "x'),
      report.replace(/"presentationDigest": "[^"]*",\s*/, ""),
      report.replace('"presentationFaults": []', '"presentationFaults": ["bad-signature"]'),
    ];
    for (const touched of touch) {
      expect(touched).not.toBe(report);
      expect(await verify(demand, touched)).toMatchObject({ code: 1 });
    }
  });

  it("does not hold with something else missing, or without what is", async () => {
    const { demand, report } = await reported([held(issuer())]);
    expect(report).toContain('"code": "holder-not-subject"');
    for (const [said, instead] of [
      [/"code": "holder-not-subject"/, '"code": "claim-absent"'],
      [/"presentationFaults": \[[^\]]*\]/, '"presentationFaults": []'],
    ] as const)
      expect(await verify(demand, report.replace(said, instead))).toMatchObject({ code: 1 });
  });

  it("holds or cannot be told where a credential's status is not to be read", async () => {
    const { demand, report } = await reported([held(HOLDER, { credentialStatus })]);
    expect(report).toContain('"status-unreachable"');
    expect(await verify(demand, report)).toMatchObject({ code: 0 });
    const touched = report.replace('"code": "credential-not-valid"', '"code": "claim-absent"');
    const { code, err } = await verify(demand, touched);
    expect(err).toContain("Whether it held then cannot be told:");
    expect(err).toContain("That credential 0 was valid cannot be verified any more: status-unreachable.");
    expect(code).toBe(2);
  });
});

describe("what a node found of a presentation", () => {
  const then = (credentials: readonly string[], faults: readonly string[], missing: readonly object[] = []) =>
    presentationThen({ form: "token", text: signed(credentials) }, {
      presentationFaults: faults,
      component: [{ results: [{ obstacles: [{ missing }] }] }],
    } as unknown as MatchReport);
  const notValid = (faults: readonly string[]) => [
    { credential: "named", code: "credential-not-valid", presented: 0, faults },
  ];

  it("is its word where it can have been so, and says that it is", async () => {
    const { shown, believed, lost } = await then([SOUND], [], notValid(["issuer-not-trusted"]));
    expect(shown.credentials).toMatchObject([{ outcome: "indeterminate", faults: ["issuer-not-trusted"] }]);
    expect(believed.slice(1)).toEqual(["It says that credential 0 was not valid: issuer-not-trusted."]);
    expect(lost).toEqual([]);
  });

  it("is lost where it cannot be found out any more, and says that it is", async () => {
    const { shown, believed, lost } = await then([held(HOLDER, { credentialStatus })], []);
    expect(shown.credentials).toMatchObject([{ outcome: "valid", faults: [] }]);
    expect(believed.length).toBe(1);
    expect(lost).toEqual(["That credential 0 was valid cannot be verified any more: status-unreachable."]);
  });

  it("is not its word where what is signed shows it", async () => {
    const { shown } = await then([SOUND], ["bad-signature"], notValid(["bad-signature", "no-such-code"]));
    expect(shown).toMatchObject({ faults: [], credentials: [{ outcome: "valid", faults: [] }] });
    const forged = `${SOUND.slice(0, -8)}AAAAAAAA`;
    const other = await then([forged], []);
    expect(other.shown.credentials).toMatchObject([{ outcome: "invalid", faults: ["bad-signature"] }]);
    expect(other.lost).toEqual([]);
  });
});
