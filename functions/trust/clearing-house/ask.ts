// One question to a clearing house: asked again while the house is busy or out of reach, and never once it has said no.
import type { FetchRefusal, FetchedDocument } from "../../edge/guard.ts";
import { secondsOf } from "../../edge/retry-after.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import type { AskRefusal, HousePorts, RetrySchedule } from "./ports.ts";
import { saidIn } from "./said.ts";

export interface Question {
  /** In a few words, for whoever waits. */
  readonly what: string;
  readonly url: string;
  readonly accept: string;
  readonly post?: { readonly contentType: string; readonly body: string };
  /** The status of a success. */
  readonly expects: 200 | 201;
}

/** Bytes: a credential takes some thousand, a list of all that is missing has been seen to take thirty thousand. */
const MOST_BYTES = 256 * 1024;

type Asking = Pick<HousePorts, "fetch" | "now" | "sleep" | "retries" | "tell">;
type Fetched = Result<FetchedDocument, FetchRefusal>;

/** The text of the answer. A question may be repeated, for what it asks for is the same: a credential of one `vcId`. */
export async function askHouse(question: Question, ports: Asking): Promise<Result<string, AskRefusal>> {
  const { what, url, accept, post, expects } = question;
  ports.tell({ event: "asking", what, url });
  for (let attempts = 1; ; attempts++) {
    const options = { accept, limit: MOST_BYTES, redirects: 0, ...(post ? { post } : {}) };
    const fetched = await ports.fetch(url, options);
    const why = passing(fetched);
    const seconds = why === undefined ? undefined : pauseAfter(attempts, fetched, ports.retries, ports.now());
    if (why === undefined || seconds === undefined) return settle(fetched, { url, attempts, expects });
    ports.tell({ event: "waiting", seconds, why });
    await ports.sleep(seconds * 1000);
  }
}

/** Why the same question may be answered later; undefined for an answer that stays. */
function passing(fetched: Fetched): string | undefined {
  if (fetched.ok) return isBusy(fetched.value.status) ? `status ${fetched.value.status}` : undefined;
  const { code } = fetched.refusal;
  return code === "unreachable" || code === "too-slow" ? code : undefined;
}

const isBusy = (status: number) => status === 429 || status >= 500;

/** Seconds; undefined when it was tried often enough, or the house asks for more patience than there is. */
function pauseAfter(
  attempts: number,
  fetched: Fetched,
  { waits, longest }: RetrySchedule,
  now: number,
): number | undefined {
  const wait = waits[attempts - 1];
  const asked = fetched.ok ? secondsOf(fetched.value.retryAfter, now) : 0;
  return wait === undefined || asked > longest ? undefined : Math.max(wait, asked);
}

interface Asked {
  readonly url: string;
  readonly attempts: number;
  readonly expects: number;
}

function settle(fetched: Fetched, { url, attempts, expects }: Asked): Result<string, AskRefusal> {
  if (!fetched.ok) return refused(explain(fetched.refusal, url, attempts));
  const { status, text, contentType, retryAfter } = fetched.value;
  if (status === expects) return ok(text.trim());
  const said = saidIn(text, contentType);
  if (isBusy(status))
    return refused({
      code: "house-busy",
      url,
      status,
      attempts,
      said,
      ...(retryAfter ? { retryAfter } : {}),
    });
  return refused({ code: status >= 400 ? "house-refused" : "answer-unexpected", url, status, said });
}

function explain(refusal: FetchRefusal, url: string, attempts: number): AskRefusal {
  switch (refusal.code) {
    case "address-not-permitted":
      return { code: refusal.code, url, reason: refusal.reason };
    case "too-many-redirects":
      return { code: "house-redirects", url };
    case "unreachable":
      return { code: "house-unreachable", url, attempts, reason: refusal.reason };
    case "too-slow":
      return {
        code: "house-unreachable",
        url,
        attempts,
        reason: `no answer within ${refusal.seconds} seconds`,
      };
    case "body-too-large":
      return { code: "answer-unreadable", url, reason: `longer than ${refusal.limit} bytes` };
    case "not-utf-8":
    case "unsupported-encoding":
      return { code: "answer-unreadable", url, reason: "not UTF-8" };
  }
}
