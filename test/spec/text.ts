// What can be wrong with the text of the specification, besides the form of its statements: links, terms, features, codes. Pure.
import type { Chapter, Statement } from "../../spec/tools/statements.ts";
import { fencesOf } from "./examples.ts";

/** Every link from one chapter to a place in a chapter that is not there. */
export function deadLinks(chapters: readonly Chapter[]): string[] {
  const anchors = new Map(chapters.map(({ name, text }) => [name, anchorsOf(text)]));
  return chapters.flatMap(({ name, text }) =>
    linksIn(text).flatMap((link) => {
      const [place, target = name, anchor] = /^(?:\.\/([\w-]+)\.md)?(?:#(.+))?$/.exec(link) ?? [];
      const known = place ? anchors.get(target) : undefined;
      const isAlive = known !== undefined && (anchor === undefined || known.has(anchor));
      return isAlive ? [] : [`${name}.md: ${link} leads nowhere`];
    }),
  );
}

/** Links to files and to places of the same file; what leads out of the specification is for the site to check. */
function linksIn(text: string): string[] {
  const links = [...prose(text).matchAll(/\]\(([^)\s]*)\)/g)].map(([, link = ""]) => link);
  return links.filter((link) => !/^([a-z]+:|\/)/.test(link));
}

/** Ids of statements, and headings as GitHub and the site name them. */
function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set([...text.matchAll(/^- \*\*(MPLI-[A-Z]+-\d+)\*\* /gm)].map(([, id = ""]) => id));
  for (const [, heading = ""] of prose(text).matchAll(/^#{1,6} (.*)$/gm)) {
    const slug = slugOf(heading);
    let name = slug;
    for (let again = 1; anchors.has(name); again++) name = `${slug}-${again}`;
    anchors.add(name);
  }
  return anchors;
}

function slugOf(heading: string): string {
  const words = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").toLowerCase();
  return words.replace(/[^\p{L}\p{N}\s_-]/gu, "").replaceAll(" ", "-");
}

/** The text without its fences; code within a line is left out where it could pass for a link. */
function prose(text: string): string {
  return text.replace(/^```[^]*?^```$/gm, "").replace(/`[^`\n]*\]\([^`\n]*`/g, "");
}

/** Terms of our namespace, in code and in fences, that `vocabulary` (names without the prefix) does not have. */
export function unknownTerms({ name, text }: Chapter, vocabulary: ReadonlySet<string>): string[] {
  const code = [
    ...fencesOf(text).map((fence) => fence.text),
    ...[...prose(text).matchAll(/`([^`\n]+)`/g)].map(([, span = ""]) => span),
  ].join("\n");
  const used = [...code.matchAll(/(?:\bmpli:|https:\/\/w3id\.org\/mpli\/ns#)([A-Za-z]\w*)/g)];
  const terms = new Set(used.map(([, term = ""]) => term));
  return [...terms]
    .filter((term) => !vocabulary.has(term))
    .map((term) => `${name}.md: mpli:${term} is no term of the vocabulary`);
}

/** Features of statements that the table of features does not list, and features of the table without a statement. */
export function featureFaults(statements: readonly Statement[], conformance: string): string[] {
  const [, section = ""] = /^## Features\n([^]*?)(?=^## )/m.exec(conformance) ?? [];
  const listed = new Set([...section.matchAll(/^\| `([a-z]+)` \|/gm)].map(([, feature = ""]) => feature));
  const stated = new Set(statements.map(({ feature }) => feature));
  return [
    ...statements.flatMap(({ id, feature }) =>
      listed.has(feature) ? [] : [`${id}: ${feature} is not listed`],
    ),
    ...[...listed].filter((feature) => !stated.has(feature)).map((feature) => `${feature} has no statement`),
  ];
}

/**
 * Codes of refusals in statements that no node gives, or gives with another status. `codes` has the statuses of each
 * code, none for one that only a harvest leaves.
 */
export function codeFaults(
  statements: readonly Statement[],
  codes: ReadonlyMap<string, readonly number[]>,
): string[] {
  return statements.flatMap(({ id, text }) => {
    if (!/\b(refuse|reject)\b/.test(text)) return [];
    const status = /\bstatus (\d{3})\b/.exec(text)?.[1];
    const named = [...text.matchAll(/\b(?:code|with) `([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = ""]) => code);
    return named.flatMap((code) => {
      const statuses = codes.get(code);
      if (!statuses) return [`${id}: no node gives the code ${code}`];
      const fits = status === undefined || statuses.includes(Number(status));
      return fits ? [] : [`${id}: ${code} has status ${statuses.join(" or ")} and not ${status}`];
    });
  });
}

/** Statements that the newest version under What's new does not cover with its ranges, such as MPLI-CAT-001 to 045. */
export function historyFaults(statements: readonly Statement[], whatsNew: string): string[] {
  const covered = [...whatsNew.matchAll(/\b(MPLI-[A-Z]+)-(\d{3})(?: to (\d{3}))?/g)];
  const isCovered = (id: string) =>
    covered.some(
      ([, prefix = "", from = "", to = from]) =>
        id.startsWith(`${prefix}-`) && id.slice(-3) >= from && id.slice(-3) <= to,
    );
  return statements.filter(({ id }) => !isCovered(id)).map(({ id }) => `${id} is missing under What's new`);
}

/** Statements with an empty line between them: Markdown would set the whole list as paragraphs, wide apart. */
export function looseLists({ name, text }: Chapter): string[] {
  const pairs = text.matchAll(/^- \*\*(MPLI-[A-Z]+-\d+)\*\* .*\n\n+- /gm);
  return [...pairs].map(([, id = ""]) => `${name}.md: an empty line follows ${id} within its list`);
}

/** The codes in the first column of the table under a heading, each with what the second column says. */
export function codesListed(chapter: string, heading: string): ReadonlyMap<string, string> {
  const [section = ""] = (chapter.split(`\n${heading}\n`)[1] ?? "").split(/^#/m);
  return new Map(
    [...section.matchAll(/^\| (`[^|]*`) \| ([^|]*) \|/gm)].flatMap(([, names = "", second = ""]) =>
      [...names.matchAll(/`([a-z0-9-]+)`/g)].map(([, code = ""]): [string, string] => [code, second]),
    ),
  );
}
