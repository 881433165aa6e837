// The operator's token stays out of all that is written down, in whatever form a case sent it or the target sent it back.
import type { Exchange, Received, Sent } from "./http.ts";
import type { CaseResult } from "./run.ts";

/** What stands in the place of a token. */
const LEFT_OUT = "(left out)";
/** Beginnings of a token that were cut off are told from other words by so many characters. */
const TELLING = 4;

type Conceal = (text: string) => string;

/** Takes a token out of texts: as it is, as addresses, forms, JSON and Base64 have it, and where its end is cut off. */
export function concealer(token: string | undefined): Conceal {
  if (!token) return (text) => text;
  const forms = [...new Set(formsOf(token))].sort((a, b) => b.length - a.length);
  const pattern = new RegExp([...forms.map(whole), ...forms.flatMap(beginning)].join("|"), "gi");
  return (text) => text.replace(pattern, LEFT_OUT);
}

function formsOf(token: string): readonly string[] {
  const bytes = Buffer.from(token);
  // Within a longer text in Base64 it begins at any of three places of a group; the characters at its ends also hold
  // bits of its neighbours.
  const shifted = [0, 1, 2].flatMap((shift) => {
    const base64 = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const core = base64.slice(Math.ceil((shift * 8) / 6), Math.floor(((shift + bytes.length) * 8) / 6));
    return core.length < TELLING ? [] : [core, core.replaceAll("+", "-").replaceAll("/", "_")];
  });
  const encoded = encodeURIComponent(token);
  // What cases send as a token that is nearly right tells as much.
  const half = token.slice(0, Math.ceil(token.length / 2));
  const near = [token.slice(1), half, [...token].reverse().join("")];
  return [
    token,
    bytes.toString("latin1"),
    encoded,
    encoded.replaceAll("%20", "+"),
    JSON.stringify(token).slice(1, -1),
    ...shifted,
    ...near.filter(({ length }) => length >= 2 * TELLING),
  ];
}

/** A short one is sought as a word: as a part of words it would hide the report. */
const whole = (form: string) =>
  form.length < 2 * TELLING ? `(?<!\\w)${literal(form)}(?!\\w)` : literal(form);

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");

/** The beginning of a form before an ellipsis. */
function beginning(form: string): readonly string[] {
  if (form.length <= TELLING) return [];
  const more = form
    .slice(TELLING)
    .split("")
    .reduceRight((rest, one) => `(?:${literal(one)}${rest})?`, "");
  return [`${literal(form.slice(0, TELLING))}${more}(?=…)`];
}

/** A result without the token: what is told of it, and the exchanges that led to it. */
export function concealed(result: CaseResult, conceal: Conceal): CaseResult {
  const { expected, came, reason } = result;
  return {
    ...result,
    ...(expected === undefined ? {} : { expected: conceal(expected) }),
    ...(came === undefined ? {} : { came: conceal(came) }),
    ...(reason === undefined ? {} : { reason: conceal(reason) }),
    exchanges: result.exchanges.map(
      ({ sent, received }): Exchange => ({
        sent: message({ ...sent, url: conceal(sent.url) }, conceal),
        received:
          "problem" in received
            ? { ...received, problem: conceal(received.problem) }
            : message(received, conceal),
      }),
    ),
  };
}

function message<M extends Sent | Received>(one: M, conceal: Conceal): M {
  const headers = Object.fromEntries(
    Object.entries(one.headers).map(([name, value]) => [name, conceal(value)]),
  );
  if (!one.body) return { ...one, headers };
  // Each byte is one character of Latin-1, so that bytes that are no text stay as they are.
  const text = Buffer.from(one.body).toString("latin1");
  const without = conceal(text);
  return { ...one, headers, body: without === text ? one.body : Buffer.from(without, "latin1") };
}
