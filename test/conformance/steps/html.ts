// What a browser makes of a page, as far as the cases ask: start tags with their attributes, and the text between tags.

export interface Tag {
  /** In lower case. */
  readonly name: string;
  /** Names in lower case, values with their character references undone. */
  readonly attributes: ReadonlyMap<string, string>;
}

export interface Page {
  readonly tags: readonly Tag[];
  /** As it is written, with its character references. */
  readonly text: readonly string[];
}

/** Elements in which no tag but their own end is one (HTML, 13.1.2); of the last two the content is text. */
const RAW = /^(?:script|style|xmp|iframe|noembed|noframes|textarea|title)$/;
const IS_TEXT = /^(?:textarea|title)$/;
const START = /<([a-z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/iy;
const OTHER = /<!--[\s\S]*?(?:-->|$)|<[!?/][^>]*>?/y;
const ATTRIBUTE = /([^\s/>=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+)))?/g;

export function readPage(html: string): Page {
  const tags: Tag[] = [];
  const text: string[] = [];
  let at = 0;
  const matchAt = (pattern: RegExp) => {
    pattern.lastIndex = at;
    return pattern.exec(html);
  };
  while (at < html.length) {
    const start = matchAt(START);
    const other = start ? null : matchAt(OTHER);
    if (start) {
      const name = (start[1] ?? "").toLowerCase();
      tags.push({ name, attributes: attributesOf(start[2] ?? "") });
      at += start[0].length;
      if (RAW.test(name)) {
        const end = html.slice(at).search(new RegExp(`</${name}[\\s/>]`, "i"));
        const inside = html.slice(at, end < 0 ? html.length : at + end);
        if (IS_TEXT.test(name)) text.push(inside);
        at += inside.length;
      }
    } else if (other) at += other[0].length;
    else {
      const next = html.indexOf("<", at + 1);
      const end = next < 0 ? html.length : next;
      text.push(html.slice(at, end));
      at = end;
    }
  }
  return { tags, text };
}

function attributesOf(text: string): Map<string, string> {
  const found = [...text.matchAll(ATTRIBUTE)].map(
    ([, name = "", double, single, bare]) =>
      [name.toLowerCase(), decoded(double ?? single ?? bare ?? "")] as const,
  );
  // Of several attributes with one name the first counts.
  return new Map(found.toReversed());
}

const NAMED: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  colon: ":",
  Tab: "\t",
  NewLine: "\n",
};

function decoded(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|([a-z]+));?/gi, (whole, hex, decimal, name) => {
    if (name) return NAMED[name] ?? whole;
    const point = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
