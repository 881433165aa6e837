// Faults in status lists, and in what becomes of credentials.
import {
  answering,
  hearingJson,
  on,
  refusing,
  taking,
  withHeaders,
  withJson,
  withStatus,
} from "../faults.ts";
import { bookOf, changesStatus, listing, readsList, signing } from "../issuing.ts";
import type { Mutant } from "../mutant.ts";
import { gzipSync } from "node:zlib";

type Json = Record<string, unknown>;

const withSubject = (more: (subject: Json) => Json) =>
  listing((list) => {
    const subject = list["credentialSubject"] as Json;
    return { ...list, credentialSubject: { ...subject, ...more(subject) } };
  });

/** What was signed of whom, by the id of the credential. */
const subjects = new Map<string, unknown>();

const hearingStatus = (change: (status: Json) => Json) =>
  hearingJson(changesStatus, (body) => {
    const { credentialStatus } = body as { credentialStatus?: unknown };
    return Array.isArray(credentialStatus)
      ? { ...(body as object), credentialStatus: credentialStatus.map((each) => change(each as Json)) }
      : body;
  });

export default [
  {
    breaks: "MPLI-ISSUE-018",
    fault: "shows its lists to nobody without a token",
    ...answering(readsList, (answer, { headers }) =>
      headers.has("authorization") ? answer : withStatus(answer, 401),
    ),
  },
  {
    breaks: "MPLI-ISSUE-018",
    fault: "serves its lists as JSON",
    ...answering(readsList, (answer) => withHeaders(answer, { "content-type": "application/json" })),
  },
  {
    breaks: "MPLI-ISSUE-018",
    fault: "has lists of another issuer",
    ...listing((list) => ({ ...list, issuer: "did:web:lists.example" })),
  },
  {
    breaks: "MPLI-ISSUE-018",
    fault: "does not say what a list is for",
    ...withSubject(() => ({ statusPurpose: "message" })),
  },
  {
    breaks: "MPLI-ISSUE-019",
    fault: "has lists as long as a thousand",
    ...withSubject(() => ({ encodedList: `u${gzipSync(new Uint8Array(128)).toString("base64url")}` })),
  },
  {
    breaks: "MPLI-ISSUE-020",
    fault: "has lists without an end",
    ...listing(({ validUntil: _, ...list }) => list),
  },
  {
    breaks: "MPLI-ISSUE-020",
    fault: "has lists for a year",
    ...listing((list) => ({
      ...list,
      validUntil: new Date(Date.parse(String(list["validFrom"])) + 365 * 86_400_000).toISOString(),
    })),
  },
  {
    breaks: "MPLI-ISSUE-021",
    fault: "lets caches keep lists for an hour",
    ...answering(readsList, (answer) => withHeaders(answer, { "cache-control": "public, max-age=3600" })),
  },
  {
    breaks: "MPLI-ISSUE-021",
    fault: "lets caches keep lists for as long as they like",
    ...answering(readsList, (answer) => withHeaders(answer, { "cache-control": "public" })),
  },
  {
    breaks: "MPLI-ISSUE-023",
    fault: "answers a change and makes none",
    ...bookOf((book) => ({
      ...book,
      change: async (id, changes) => {
        const known = await book.find(id);
        const done = await book.change(id, []);
        return known && done.ok && changes.length > 0 ? { ok: true, value: known } : book.change(id, changes);
      },
    })),
  },
  {
    breaks: "MPLI-ISSUE-023",
    fault: "counts bits from the right",
    ...bookOf((book) => ({
      ...book,
      list: async (number) => {
        const state = await book.list(number);
        return state && { ...state, set: state.set.map((index) => index - (index % 8) + 7 - (index % 8)) };
      },
    })),
  },
  {
    breaks: "MPLI-ISSUE-023",
    fault: "changes all purposes at once",
    ...bookOf((book) => ({
      ...book,
      change: async (id, changes) => {
        const isSet = changes[0]?.isSet ?? false;
        const known = await book.find(id);
        const all = (known?.status ?? []).map(({ purpose }) => ({ purpose, isSet }));
        return book.change(id, all.length > changes.length ? all : changes);
      },
    })),
  },
  {
    breaks: "MPLI-ISSUE-023",
    fault: "resumes nothing",
    ...hearingStatus((status) => ({
      ...status,
      status: status["status"] === false ? true : status["status"],
    })),
  },
  { breaks: "MPLI-ISSUE-024", fault: "undoes a revocation", ...taking("revocation-is-final") },
  {
    breaks: "MPLI-ISSUE-024",
    fault: "suspends before it refuses",
    ...bookOf((book) => ({
      ...book,
      change: async (id, changes) => {
        for (const change of changes) {
          const done = await book.change(id, [change]);
          if (!done.ok) return done;
        }
        return book.change(id, changes);
      },
    })),
  },
  { breaks: "MPLI-ISSUE-025", fault: "revokes what there is not", ...taking("no-such-credential") },
  {
    breaks: "MPLI-ISSUE-025",
    fault: "calls a strange credential unprocessable",
    ...refusing("no-such-credential", (problem) => (problem["status"] = 422), 422),
  },
  { breaks: "MPLI-ISSUE-026", fault: "takes a change that nobody will see", ...taking("no-such-status") },
  {
    breaks: "MPLI-ISSUE-027",
    fault: "lists digests of something else than the tokens",
    ...answering(on("/credentials/issued"), (answer) =>
      withJson(answer, (list) => {
        for (const one of (list["credential"] ?? []) as Json[])
          one["digest"] = String(one["digest"]).split("").reverse().join("");
      }),
    ),
  },
  {
    breaks: "MPLI-ISSUE-027",
    fault: "lists what is in force alone",
    ...bookOf((book) => ({
      ...book,
      issuedAfter: async (sequence, limit) =>
        (await book.issuedAfter(sequence, limit)).filter(({ status }) => status.every(({ isSet }) => !isSet)),
    })),
  },
  {
    breaks: "MPLI-ISSUE-027",
    fault: "does not list what became of credentials",
    ...answering(on("/credentials/issued"), (answer) =>
      withJson(answer, ({ credential }) => {
        for (const entry of (credential ?? []) as Json[]) delete entry["credentialStatus"];
      }),
    ),
  },
  {
    breaks: "MPLI-ISSUE-028",
    fault: "lists the credentials themselves",
    ...signing((payload) => {
      subjects.set(String(payload["id"]), payload["credentialSubject"]);
      return payload;
    }),
    ...answering(on("/credentials/issued"), (answer) =>
      withJson(answer, ({ credential }) => {
        for (const entry of (credential ?? []) as Json[])
          entry["credentialSubject"] = subjects.get(String(entry["id"]));
      }),
    ),
  },
] satisfies Mutant[];
