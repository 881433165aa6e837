// Markdown of the specification as pages: file links become page links, and numbered statements get an address.
import { defineMdastPlugin } from "satteri";

const STATEMENT = /^MPLI-[A-Z]+-\d{3}$/;
const CHAPTER = /^\.\/([\w-]+)\.md(#.*)?$/;

/**
 * A statement is a list item that begins with its id in bold: `- **MPLI-DISC-002** A *Provider* …`.
 * It gets its id as anchor, a link to itself, and the class names that the style sheet knows.
 * Links between files (which work on a forge) become links between pages; a first-level heading goes, because
 * Starlight prints the title.
 */
export const specMarkdown = defineMdastPlugin({
  name: "spec-markdown",
  link(node, ctx) {
    const [, name, anchor = ""] = CHAPTER.exec(node.url) ?? [];
    if (name) ctx.setProperty(node, "url", `/spec/${name === "index" ? "" : `${name}/`}${anchor}`);
  },
  heading(node, ctx) {
    if (node.depth === 1) ctx.removeNode(node);
  },
  listItem(node, ctx) {
    const paragraph = node.children[0];
    const label = paragraph?.type === "paragraph" ? paragraph.children[0] : undefined;
    const id = label?.type === "strong" ? ctx.textContent(label) : "";
    if (!label || !STATEMENT.test(id)) return;
    ctx.setProperty(node, "data", { hProperties: { id, class: "statement" } });
    ctx.replaceNode(label, {
      type: "link",
      url: `#${id}`,
      data: { hProperties: { class: "statement-id" } },
      children: [{ type: "text", value: id }],
    });
  },
});
