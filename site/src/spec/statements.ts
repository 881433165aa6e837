// The numbered statements of all chapters, read from the same Markdown that the chapters are made of.
import { getCollection } from "astro:content";
import { markdownToHtml } from "satteri";
import { specMarkdown } from "../markdown/spec-markdown.ts";

const STATEMENT = /^- \*\*(MPLI-[A-Z]+-\d{3})\*\* .*$/gm;
const KEYWORD = /\*\*(MUST NOT|MUST|SHOULD NOT|SHOULD|MAY)\*\*/;
const ROLE = /(?<!\*)\*([A-Z][a-z]+)\*(?!\*)/;
const FEATURE = /_\(feature: ([a-z]+)\)_$/;

export interface Statement {
  readonly id: string;
  readonly role: string;
  readonly keyword: string;
  readonly feature: string;
  /** The list item as in its chapter, its own link pointing there. */
  readonly html: string;
}

export interface Chapter {
  readonly title: string;
  readonly slug: string;
  readonly href: string;
  readonly statements: readonly Statement[];
}

/** The chapters that state something, in the order of the file names given. */
export async function statedChapters(order: readonly string[]): Promise<Chapter[]> {
  const entries = await getCollection("docs");
  const chapters = await Promise.all(
    entries.map(async ({ id, body = "", data }) => {
      const href = `/${id}/`;
      const statements = await Promise.all(
        [...body.matchAll(STATEMENT)].map(([line, label = ""]) => read(line, label, href)),
      );
      return { title: data.title, slug: id.replace("spec/", ""), href, statements };
    }),
  );
  const stated = chapters.filter(({ statements }) => statements.length > 0);
  const rank = ({ slug }: Chapter) => (order.indexOf(slug) + 1 || order.length + 1) - 1;
  return stated.sort((a, b) => rank(a) - rank(b));
}

async function read(line: string, id: string, href: string): Promise<Statement> {
  const { html } = await markdownToHtml(line, { mdastPlugins: [specMarkdown] });
  return {
    id,
    role: ROLE.exec(line)?.[1] ?? "",
    keyword: KEYWORD.exec(line)?.[1] ?? "",
    feature: FEATURE.exec(line)?.[1] ?? "",
    html: html.replace(/^\s*<ul>\s*|\s*<\/ul>\s*$/g, "").replace(`href="#${id}"`, `href="${href}#${id}"`),
  };
}
