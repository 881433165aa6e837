// Web links of an answer (RFC 8288): where its `Link` field points, by relation.
import type { Answer } from "../http.ts";

const LINK = /<([^>]*)>((?:\s*;\s*[\w!#$%&'*+.^`|~-]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g;
const RELATION = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i;

/** Absolute targets of the links with this relation. */
export function linksOf(answer: Answer, relation: string): string[] {
  return [...(answer.headers["link"] ?? "").matchAll(LINK)].flatMap(([, target = "", parameters = ""]) => {
    const [, quoted, bare = ""] = RELATION.exec(parameters) ?? [];
    const relations = (quoted ?? bare).toLowerCase().split(/\s+/);
    return relations.includes(relation) && URL.canParse(target, answer.url)
      ? [new URL(target, answer.url).href]
      : [];
  });
}
