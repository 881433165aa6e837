// The numbered statements chapter by chapter, with the HTML of each, as the pages show them.
import { getCollection } from "astro:content";
import { markdownToHtml } from "satteri";
import { specMarkdown } from "../markdown/spec-markdown.ts";
import type { StatementEntry } from "./collection.ts";
import { ORDER } from "./order.ts";

export interface StatementOnPage extends StatementEntry {
  /** Address of its own page. */
  readonly href: string;
  /** Its place in the chapter. */
  readonly inChapter: string;
  /** The list item as in its chapter; its id leads to its own page. */
  readonly html: string;
  /** The sentence without any markup. */
  readonly plain: string;
}

export interface StatedChapter {
  readonly title: string;
  readonly slug: string;
  readonly href: string;
  readonly status: string;
  readonly statements: readonly StatementOnPage[];
}

let reading: Promise<StatedChapter[]> | undefined;

/** The chapters that state something, in the order of reading. */
export function statedChapters(): Promise<StatedChapter[]> {
  reading ??= readStated();
  return reading;
}

export async function allStatements(): Promise<StatementOnPage[]> {
  return (await statedChapters()).flatMap(({ statements }) => statements);
}

/** Address of the page of a statement. */
export function hrefOfStatement(id: string): string {
  return `/statements/${id}/`;
}

async function readStated(): Promise<StatedChapter[]> {
  const docs = await getCollection("docs");
  const statements = (await getCollection("statements")).map(({ data }) => onPage(data));
  const byChapter = Map.groupBy(statements, ({ chapter }) => chapter);
  const rank = (slug: string) => (ORDER.indexOf(slug) + 1 || ORDER.length + 1) - 1;
  return docs
    .map(({ id, data }) => {
      const slug = id.replace("spec/", "");
      return {
        title: data.title,
        slug,
        href: `/${id}/`,
        status: data.status ?? "draft",
        statements: (byChapter.get(slug) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1)),
      };
    })
    .filter((chapter) => chapter.statements.length > 0)
    .sort((a, b) => rank(a.slug) - rank(b.slug));
}

function onPage(statement: StatementEntry): StatementOnPage {
  const { id, chapter, item, text } = statement;
  const { html } = markdownToHtml(item, { mdastPlugins: [specMarkdown] });
  const href = hrefOfStatement(id);
  return {
    ...statement,
    href,
    inChapter: `/spec/${chapter}/#${id}`,
    html: html
      .replace(/^\s*<ul>\s*|\s*<\/ul>\s*$/g, "")
      .replace(`href="#${id}"`, `href="${href}"`)
      .replaceAll('href="#', `href="/spec/${chapter}/#`),
    plain: text.replace(/`([^`]*)`|\*+/g, "$1"),
  };
}
