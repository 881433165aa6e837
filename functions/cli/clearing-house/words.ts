// What `mpli clearing-house` says while it waits, and in the end.
import type { GenuineCredential } from "../../trust/clearing-house/answer.ts";
import { FILES } from "../../trust/clearing-house/participant.ts";
import type { Progress } from "../../trust/clearing-house/ports.ts";
import type { Registered } from "../../trust/clearing-house/register.ts";
import { paint, plain, table } from "../terminal/print.ts";

/** The credentials of a registration, in the order in which they come about. */
export const PARTS = Object.keys(FILES) as (keyof typeof FILES)[];

export function progressInWords(progress: Progress): string {
  switch (progress.event) {
    case "asking":
      return `Asking ${progress.what} at ${new URL(progress.url).host}; this can take a minute.`;
    case "waiting":
      return `No answer yet (${progress.why}); asking again in ${progress.seconds} s.`;
    case "received":
      return `Received from ${progress.what}, and verified: ${progress.id}`;
  }
}

const facts = ({ signed: { credential } }: GenuineCredential) => ({
  type: credential.types.find((one) => one !== "VerifiableCredential") ?? "",
  issuer: credential.issuer,
  validUntil: credential.validUntil ?? "",
});

export function asJson(registered: Registered, base: string): Record<string, unknown> {
  const { level, binding, meaning } = registered.label;
  return {
    registered: true,
    level,
    binding,
    ...(meaning ? { notUnderstood: meaning } : {}),
    credential: PARTS.map((part) => ({
      id: base + FILES[part],
      file: FILES[part],
      ...facts(registered[part]),
    })),
  };
}

export function inWords(registered: Registered, folder: string): string {
  const { label } = registered;
  const links = PARTS.map((part) => registered[part].signed.credential.id ?? "");
  return [
    paint("green", `Registered at level ${label.level}: ${PARTS.length} credentials in ${folder}`),
    table(
      [{ title: "file" }, { title: "type" }, { title: "issuer" }, { title: "valid until" }],
      PARTS.map((part) => {
        const { type, issuer, validUntil } = facts(registered[part]);
        return [FILES[part], ...[type, issuer, validUntil].map(plain)];
      }),
    ),
    label.binding === "id"
      ? paint(
          "yellow",
          "The label names your credentials by address alone: its digests are not those of the files.",
        )
      : "",
    label.meaning
      ? paint(
          "yellow",
          `MPLI nodes of this version do not know a context of the label: ${plain(label.meaning.detail ?? "")}`,
        )
      : "",
    `Publish the files at these addresses as application/vc+jwt; what they prove in your manifest links them:\n  "credential": ${JSON.stringify(links)}`,
    "Register again before the label ends.",
  ]
    .filter(Boolean)
    .join("\n\n");
}
