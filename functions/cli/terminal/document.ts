// A document from a file or from standard input, and the syntax that it is in.
import { readFile } from "node:fs/promises";
import { buffer } from "node:stream/consumers";
import { SYNTAXES, SYNTAX_NAMES, type Syntax } from "../../kernel/media.ts";
import { Stop } from "./stop.ts";

export interface TextDocument {
  /** As the reader named it. */
  readonly name: string;
  readonly text: string;
  readonly syntax: Syntax;
}

/** Reads the file, or standard input for `-`. */
export async function readDocument(file: string): Promise<TextDocument> {
  const text = await readTextFile(file);
  return { name: file === "-" ? "standard input" : file, text, syntax: syntaxOfFile(file, text) };
}

/** The text of a file in UTF-8, or of standard input for `-`. */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await (file === "-" ? buffer(process.stdin) : readFile(file)).catch(
    (error: NodeJS.ErrnoException) => {
      throw new Stop(
        2,
        `${file} cannot be read: ${REASONS[error.code ?? ""] ?? error.message}. Give the path of a file, or - for standard input.`,
      );
    },
  );
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: false }).decode(bytes);
  } catch {
    throw new Stop(2, `${file} is not UTF-8. Save it as UTF-8 text.`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "permission is denied",
};

/** By the ending of the name; where that says nothing, by the first character: JSON begins with a bracket. */
function syntaxOfFile(file: string, text: string): Syntax {
  const ending = /\.([a-z]+)$/i.exec(file)?.[1]?.toLowerCase();
  const named = SYNTAX_NAMES.find((name) => SYNTAXES[name].extension === ending);
  if (named) return named;
  return ending === "json" || /^\s*[[{]/.test(text) ? "application/ld+json" : "text/turtle";
}
