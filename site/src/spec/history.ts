// What "What's new" tells of a statement: the rows of its tables and the items of its lists that name it. Pure.

export interface Event {
  /** Heading of the version: "0.1, draft". */
  readonly version: string;
  /** Anchor of that heading. */
  readonly anchor: string;
  /** The words beside the id, in Markdown without links. */
  readonly text: string;
}

const NAMED = /\b(MPLI-[A-Z]+)-(\d{3})(?: to (\d{3}))?/g;

/** Events of a statement, newest first, as the page lists them. */
export function historyOf(id: string, whatsNew: string): Event[] {
  const [, ...versions] = `\n${whatsNew}`.split(/\n## /);
  return versions.flatMap((section) => {
    const [version = "", ...lines] = section.split("\n");
    return lines
      .filter((line) => [...line.matchAll(NAMED)].some((named) => covers(named, id)))
      .map((line) => ({ version, anchor: slug(version), text: wordsOf(line) }));
  });
}

/** "MPLI-CAT-001 to 045" covers all ids between. */
function covers([, prefix = "", from = "", to = from]: RegExpMatchArray, id: string): boolean {
  const number = id.slice(-3);
  return id.slice(0, -4) === prefix && number >= from && number <= to;
}

function wordsOf(line: string): string {
  const plain = line.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1");
  const cells = plain.split("|").map((cell) => cell.trim());
  const words = cells.filter((cell) => cell && !cell.startsWith("MPLI-"));
  return cells.length > 2 ? words.join(": ") : plain.replace(/^[-*]\s+/, "");
}

/** As the site names headings. */
function slug(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .replaceAll(" ", "-");
}
