// Requests as they are sent, answers as they came, and the record of both. Nothing is followed, added or undone.
import { request as plain } from "node:http";
import { request as secure } from "node:https";
import { Failed } from "./outcome.ts";

export interface Sent {
  readonly method: string;
  readonly url: string;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Uint8Array;
}

export interface Received {
  readonly status: number;
  /** Names in lower case; several fields of one name are joined with a comma (RFC 9110 §5.2). */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array;
}

/** Carries one request to its target. Rejects when no answer comes. */
export type Transport = (request: Sent) => Promise<Received>;

export interface Exchange {
  readonly sent: Sent;
  readonly received: Received | { readonly problem: string };
}

const MAX_BYTES = 64 * 1024 * 1024;

/** Real HTTP without a client's additions: no `Accept` of its own, no redirects, no cookies. */
export function httpTransport(timeoutMs: number): Transport {
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const open = url.startsWith("https:") ? secure : plain;
      const length = body ? { "content-length": String(body.byteLength) } : {};
      const request = open(
        url,
        { method, headers: { ...length, ...headers }, timeout: timeoutMs },
        (answer) => {
          const chunks: Buffer[] = [];
          let bytes = 0;
          answer.on("data", (chunk: Buffer) => {
            bytes += chunk.length;
            if (bytes > MAX_BYTES) request.destroy(new Error(`more than ${MAX_BYTES} bytes`));
            else chunks.push(chunk);
          });
          answer.on("error", reject);
          answer.on("end", () =>
            resolve({
              status: answer.statusCode ?? 0,
              headers: joined(answer.headers),
              body: Buffer.concat(chunks),
            }),
          );
        },
      );
      request.on("timeout", () => request.destroy(new Error(`no answer within ${timeoutMs / 1000} s`)));
      request.on("error", reject);
      request.end(body);
    });
}

function joined(headers: NodeJS.Dict<string | string[]>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, [value ?? ""].flat().join(", ")]),
  );
}

/** An answer of the target. What it fails to be is the target's failure, not the kit's. */
export class Answer {
  readonly url: string;
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Uint8Array;

  constructor(url: string, { status, headers, body }: Received) {
    this.url = url;
    this.status = status;
    this.headers = headers;
    this.bytes = body;
  }

  get text(): string {
    return new TextDecoder().decode(this.bytes);
  }

  /** The media type without its parameters. */
  get mediaType(): string {
    return (this.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  }

  /** The body as a JSON object. */
  json(): JsonObject {
    const value = this.parsed();
    if (!isObject(value)) throw new Failed(`a JSON object from ${this.url}`, brief(this.text));
    return value;
  }

  private parsed(): unknown {
    try {
      return JSON.parse(this.text);
    } catch {
      throw new Failed(
        `JSON from ${this.url}`,
        `status ${this.status}, ${brief(this.text) || "an empty body"}`,
      );
    }
  }
}

export type JsonObject = { readonly [name: string]: unknown };

export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The first characters of a text, on one line. */
export function brief(text: string, length = 200): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > length ? `${line.slice(0, length)}…` : line;
}
