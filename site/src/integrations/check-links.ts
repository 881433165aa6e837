// Dead links inside the site fail the build: every page and every anchor that a page refers to must exist.
import { access, glob, readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";

const ORIGIN = "https://site.invalid";

/** Checks each `href` and `src` of the built pages that points into the site. */
export function checkLinks(): AstroIntegration {
  return {
    name: "check-links",
    hooks: { "astro:build:done": async ({ dir }) => refuseDead(await deadLinks(dir)) },
  };
}

function refuseDead(dead: string[]): void {
  if (dead.length > 0) throw new Error(`Dead links:\n${dead.join("\n")}`);
}

/** Every dead link under `root`, as "page -> link". */
async function deadLinks(root: URL): Promise<string[]> {
  const pages = new Map<string, string>();
  for await (const file of glob("**/*.html", { cwd: fileURLToPath(root) }))
    pages.set(`/${file.replace(/index\.html$/, "")}`, await readFile(new URL(file, root), "utf8"));
  const found = [...pages].map(async ([page, html]) => {
    const links = [...html.matchAll(/\s(?:href|src)="([^"]*)"/g)].map(([, link = ""]) =>
      link.replaceAll("&amp;", "&"),
    );
    const checks = [...new Set(links)].map(async (link) =>
      (await isAlive(link, page, pages, root)) ? [] : [`${page} -> ${link}`],
    );
    return (await Promise.all(checks)).flat();
  });
  return (await Promise.all(found)).flat();
}

async function isAlive(link: string, page: string, pages: Map<string, string>, root: URL): Promise<boolean> {
  const { origin, pathname, hash } = new URL(link, ORIGIN + page);
  if (origin !== ORIGIN) return true;
  const html = pages.get(pathname);
  if (html === undefined)
    return access(new URL(`.${pathname}`, root)).then(
      () => !pathname.endsWith("/"),
      () => false,
    );
  return hash.length < 2 || html.includes(` id="${decodeURIComponent(hash.slice(1))}"`);
}
