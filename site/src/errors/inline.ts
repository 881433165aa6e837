// Markdown of a few lines as HTML.
import { markdownToHtml } from "satteri";

/** Paragraphs and lists. A bare address is an example, and no link. */
export function block(markdown: string): string {
  return markdownToHtml(markdown, { features: { gfm: false } }).html.trim();
}

/** Code, emphasis and links, without the paragraph around them. */
export function inline(markdown: string): string {
  return block(markdown).replace(/^<p>([^]*)<\/p>$/, "$1");
}
