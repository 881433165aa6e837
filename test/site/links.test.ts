// The check of the site's links: it lets sound pages pass and finds what is dead.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { deadLinks } from "../../site/src/integrations/dead-links.ts";

const SITE = {
  "index.html": `<a href="/spec/#roles">a</a> <a href="spec/">b</a> <img src="/icon.svg"> <a href="https://w3id.org/mpli">c</a>`,
  "spec/index.html": `<h2 id="roles">Roles</h2> <a href="#roles">d</a> <a href="/?role=Node&amp;feature=core">e</a>`,
  "icon.svg": "<svg/>",
};

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** What is dead in these pages. */
async function deadIn(files: Readonly<Record<string, string>>): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), "mpli-site-"));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, name)), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return deadLinks(folder);
}

test("links to pages, anchors and files of the site, and out of it, are alive", async () => {
  expect(await deadIn(SITE)).toEqual([]);
});

test.each([
  ["a page that is not there", "/errors/"],
  ["an anchor that is not there", "/spec/#features"],
  ["an anchor of the same page", "#features"],
  ["a file that is not there", "/requirements.ttl"],
  ["a folder without a page", "/styles/"],
  ["a page without its last slash", "/spec"],
])("%s is found", async (_, link) => {
  const files = {
    ...SITE,
    "styles/theme.css": "",
    "planted/index.html": `<a class="x" href="${link}">y</a>`,
  };
  expect(await deadIn(files)).toEqual([`/planted/ -> ${link}`]);
});
