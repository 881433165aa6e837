// Numbered statements that mention a word, read from the chapters themselves.
import { inline } from "./inline.ts";

const STATEMENT = /^- \*\*(MPLI-[A-Z]+-\d{3})\*\* (.*)$/gm;

const chapters = import.meta.glob<string>("../../../spec/*.md", {
  query: "?raw",
  import: "default",
  eager: true,
});

export interface Mention {
  readonly id: string;
  readonly href: string;
  /** Markdown. */
  readonly text: string;
}

const statements: readonly Mention[] = Object.entries(chapters)
  .flatMap(([path, text]) => {
    const chapter = path.replace(/^.*\/|\.md$/g, "");
    return [...text.matchAll(STATEMENT)].map(([, id = "", words = ""]) => ({
      id,
      href: `/spec/${chapter}/#${id}`,
      text: words.replaceAll(/\]\(\.\/([\w-]+)\.md/g, "](/spec/$1/").replaceAll("](#", `](/spec/${chapter}/#`),
    }));
  })
  .sort((a, b) => (a.id < b.id ? -1 : 1));

/** The statements that have one of these words as code. */
export function statementsOn(...words: readonly string[]): Mention[] {
  return statements.filter(({ text }) => words.some((word) => text.includes(`\`${word}\``)));
}

/** A statement as the chapters show it, its number leading there. */
export function statementHtml({ id, href, text }: Mention): string {
  return `<li class="statement"><a class="statement-id" href="${href}">${id}</a>${inline(text)}</li>`;
}
