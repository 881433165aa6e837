// The numbered statements of the specification, read from its Markdown, and what is wrong with them. Pure.
import { createHash } from "node:crypto";

export const KEYWORDS = ["MUST NOT", "MUST", "SHOULD NOT", "SHOULD", "MAY"] as const;
export const ROLES = ["Node", "Provider", "Catalogue", "Customer", "Operator", "Client"] as const;

export type Keyword = (typeof KEYWORDS)[number];
export type Role = (typeof ROLES)[number];

/** One numbered statement: `- **MPLI-DISC-002** A *Provider* **MUST NOT** … _(feature: core)_`. */
export interface Statement {
  readonly id: string;
  /** File name of its chapter without `.md`. */
  readonly chapter: string;
  readonly role: Role;
  readonly keyword: Keyword;
  readonly feature: string;
  /** The sentence in Markdown, links reduced to their text, without the mark of the feature. */
  readonly text: string;
  /** First 8 hexadecimal digits of SHA-256 over the sentence and the mark of its feature. */
  readonly digest: string;
}

export interface Chapter {
  readonly name: string;
  readonly text: string;
}

export interface Reading {
  readonly statements: readonly Statement[];
  /** Sentences that say what is wrong and where; empty for a sound specification. */
  readonly faults: readonly string[];
}

const ITEM = /^- \*\*([A-Z]+(?:-[A-Z]+)*-\d+)\*\* (.*)$/;
const ID = /^MPLI-[A-Z]+-\d{3}$/;
const FEATURE = / _\(feature: ([a-z]+)\)_$/;
const BOLD = /\*\*([^*]+)\*\*/g;
const ITALIC = /(?<!\*)\*([^*]+)\*(?!\*)/g;
const CAPITALS = /\b(MUST|SHALL|SHOULD|MAY|REQUIRED|RECOMMENDED|OPTIONAL)\b/;

/** Every statement of all chapters in order. `retired` are ids that were given once and are gone. */
export function readStatements(chapters: readonly Chapter[], retired: ReadonlySet<string>): Reading {
  const statements: Statement[] = [];
  const faults: string[] = [];
  const seen = new Set<string>();
  for (const chapter of chapters) {
    const prefix = /^prefix: (\S+)$/m.exec(chapter.text)?.[1];
    for (const [index, line] of outsideFences(chapter.text).entries()) {
      const item = ITEM.exec(line);
      const at = `${chapter.name}.md:${index + 1}`;
      if (!item) {
        const keyword = CAPITALS.exec(line)?.[1];
        if (keyword) faults.push(`${at}: ${keyword} stands outside a numbered statement`);
        continue;
      }
      const [, id = "", body = ""] = item;
      const statement = readStatement(id, body, chapter.name);
      if (typeof statement === "string") faults.push(`${at}: ${id}: ${statement}`);
      else statements.push(statement);
      if (!id.startsWith(`${prefix}-`)) faults.push(`${at}: ${id} does not begin with the chapter's prefix`);
      if (seen.has(id)) faults.push(`${at}: ${id} is given twice`);
      if (retired.has(id)) faults.push(`${at}: ${id} is retired and never comes back`);
      seen.add(id);
    }
  }
  return { statements, faults };
}

/** A statement, or what keeps the item from being one. */
function readStatement(id: string, body: string, chapter: string): Statement | string {
  const sentence = body
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  const feature = FEATURE.exec(sentence)?.[1];
  const text = sentence.replace(FEATURE, "");
  const [keyword, ...more] = [...text.matchAll(BOLD)].map(([, word = ""]) => word);
  const [role, ...others] = [...text.matchAll(ITALIC)].map(([, word = ""]) => word);
  const plain = text.replace(BOLD, "");
  if (!ID.test(id)) return "an id is MPLI, the chapter's letters and three digits";
  if (!feature) return "it does not end with its feature, such as _(feature: core)_";
  if (!oneOf(KEYWORDS, keyword) || more.length > 0) return "it needs exactly one keyword in bold";
  if (CAPITALS.test(plain)) return "a second keyword in capitals stands beside the bold one";
  if (!oneOf(ROLES, role) || others.length > 0) return "it needs exactly one known role in italics";
  if (!text.endsWith(".")) return "it is not a sentence that ends with a full stop";
  const digest = createHash("sha256").update(sentence).digest("hex").slice(0, 8);
  return { id, chapter, role, keyword, feature, text, digest };
}

/** The lines of a Markdown text, those of code fences and of the front matter blanked. */
function outsideFences(text: string): string[] {
  let fence: string | undefined;
  return text.split("\n").map((line, index) => {
    const mark = index === 0 && line === "---" ? "---" : /^\s*(```+|~~~+)/.exec(line)?.[1];
    if (fence === undefined && mark) {
      fence = mark;
      return "";
    }
    if (fence !== undefined && line.trimStart().startsWith(fence)) {
      fence = undefined;
      return "";
    }
    return fence === undefined ? line.replace(/`[^`]*`/g, (code) => (ITEM.test(line) ? code : "")) : "";
  });
}

function oneOf<T extends string>(known: readonly T[], word: string | undefined): word is T {
  return (known as readonly string[]).includes(word ?? "");
}
