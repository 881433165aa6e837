// Text inside XML and HTML.

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** Escapes markup, and drops the control characters that XML 1.0 cannot carry (§2.2). */
export function escape(text: string): string {
  return text
    .replace(/(?![\t\n\r])[\p{Cc}\ufffe\uffff]/gu, "")
    .replace(/[&<>"]/g, (one) => ENTITIES[one] ?? one);
}
