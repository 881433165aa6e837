// Dead links of built pages: every page and every anchor that a page refers to must exist.
import { glob, readFile, stat } from "node:fs/promises";
import { join } from "node:path";

const ORIGIN = "https://site.invalid";

interface Page {
  readonly links: ReadonlySet<string>;
  readonly anchors: ReadonlySet<string>;
}

/** Every dead link under `root`, as "page -> link". */
export async function deadLinks(root: string): Promise<string[]> {
  const pages = new Map<string, Page>();
  for await (const file of glob("**/*.html", { cwd: root }))
    pages.set(`/${file.replace(/index\.html$/, "")}`, readPage(await readFile(join(root, file), "utf8")));
  const files = new Map<string, Promise<boolean>>();
  const isFile = (path: string) => {
    const known = files.get(path) ?? exists(path, root);
    files.set(path, known);
    return known;
  };
  const found: string[] = [];
  for (const [page, { links }] of pages)
    for (const link of links)
      if (!(await isAlive(link, page, pages, isFile))) found.push(`${page} -> ${link}`);
  return found.sort();
}

function readPage(html: string): Page {
  const all = (pattern: RegExp) =>
    new Set(
      [...html.matchAll(pattern)].map(([, value = ""]) =>
        value.replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
      ),
    );
  return { links: all(/\s(?:href|src)="([^"]*)"/g), anchors: all(/\sid="([^"]*)"/g) };
}

async function isAlive(
  link: string,
  page: string,
  pages: ReadonlyMap<string, Page>,
  isFile: (path: string) => Promise<boolean>,
): Promise<boolean> {
  const { origin, pathname, hash } = new URL(link, ORIGIN + page);
  if (origin !== ORIGIN) return true;
  const target = pages.get(pathname);
  if (!target) return isFile(pathname);
  return hash.length < 2 || target.anchors.has(decodeURIComponent(hash.slice(1)));
}

/** Whether a file is served at this path; a folder without its last slash is only a redirection. */
function exists(path: string, root: string): Promise<boolean> {
  return stat(join(root, decodeURIComponent(path))).then(
    (found) => found.isFile(),
    () => false,
  );
}
