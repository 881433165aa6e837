// Exchanges as text, shortened where they are long, and never with the operator's token in them.
import type { Exchange, Received, Sent } from "../http.ts";
import { shortened } from "../shortened.ts";

const MOST_EXCHANGES = 12;
const MOST_CHARACTERS = 1_000;
/** Of a body no more than this is looked at. */
const MOST_BYTES = 64 * 1024;

/** The last exchanges of a case, request by request. */
export function transcript(exchanges: readonly Exchange[], most = MOST_EXCHANGES): string {
  const shown = exchanges.slice(-most);
  const left = exchanges.length - shown.length;
  const head = left > 0 ? [`(${left} earlier exchanges left out)`] : [];
  return [...head, ...shown.map(exchangeText)].join("\n\n");
}

function exchangeText({ sent, received }: Exchange): string {
  return `${prefixed("> ", request(sent))}\n${prefixed("< ", response(received))}`;
}

function request({ method, url, headers, body }: Sent): string {
  return [`${method} ${url}`, ...fields(headers), ...text(body)].join("\n");
}

function response(received: Received | { readonly problem: string }): string {
  if ("problem" in received) return `no answer: ${received.problem}`;
  const { status, headers, body } = received;
  return [String(status), ...fields(headers), ...text(body)].join("\n");
}

/** What proves who somebody is belongs into no report; the operator's token is left out of all results before. */
function fields(headers: Readonly<Record<string, string>>): string[] {
  return Object.entries(headers).map(([name, value]) => {
    if (!/^(proxy-)?authorization$/.test(name)) return `${name}: ${value}`;
    const [, scheme = ""] = /^(\S+\s)/.exec(value) ?? [];
    return `${name}: ${scheme}(left out)`;
  });
}

function text(body: Uint8Array | undefined): string[] {
  if (!body || body.byteLength === 0) return [];
  const whole = new TextDecoder().decode(body.subarray(0, MOST_BYTES));
  const told = shortened(whole, MOST_CHARACTERS);
  return ["", told === whole && body.byteLength <= MOST_BYTES ? whole : `${told} (${body.byteLength} bytes)`];
}

function prefixed(mark: string, lines: string): string {
  return lines.replace(/^/gm, mark);
}
