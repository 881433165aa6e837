// The bytes of a request that a signature is made over (RFC 9421 §2.5): the covered components, and its own parameters.
import { type Bare, writeString } from "./structured-fields.ts";

/** A request as far as a signature can cover it. */
export interface SignedMessage {
  readonly method: string;
  /** As the one who signed it wrote it: behind a proxy, with the public origin. */
  readonly url: string;
  readonly headers: Headers;
  /** Empty where there is none. */
  readonly body: Uint8Array;
}

export const COMPONENTS = ["@method", "@target-uri", "content-digest", "content-type"] as const;
export type Component = (typeof COMPONENTS)[number];

/** The parameters of a signature as they stand in the header and are signed along (RFC 9421 §2.3). */
export function writeInput(
  covered: readonly Component[],
  parameters: readonly (readonly [string, Bare])[],
): string {
  const written = parameters.map(
    ([name, value]) => `;${name}=${typeof value === "string" ? writeString(value) : String(value)}`,
  );
  return `(${covered.map(writeString).join(" ")})${written.join("")}`;
}

/** RFC 9421 §2.5; undefined where something covered is not in ASCII. */
export function signatureBase(
  message: Omit<SignedMessage, "body">,
  covered: readonly Component[],
  input: string,
): Uint8Array | undefined {
  const lines = covered.map((name) => `"${name}": ${componentIn(message, name)}`);
  const base = [...lines, `"@signature-params": ${input}`].join("\n");
  return /^[\n -~]*$/.test(base) ? new TextEncoder().encode(base) : undefined;
}

function componentIn(message: Omit<SignedMessage, "body">, name: Component): string {
  switch (name) {
    case "@method":
      return message.method;
    case "@target-uri":
      return targetOf(message.url);
    default:
      return headerOf(message, name);
  }
}

export const headerOf = ({ headers }: Pick<SignedMessage, "headers">, name: string) =>
  headers.get(name) ?? "";

/** Fragments never travel. */
function targetOf(url: string): string {
  const target = new URL(url);
  target.hash = "";
  return target.href;
}
