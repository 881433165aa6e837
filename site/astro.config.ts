// The site: the specification's chapters, the vocabulary and a front page. Builds offline into ../dist/site.
import { readdirSync } from "node:fs";
import { satteri } from "@astrojs/markdown-satteri";
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import { checkLinks } from "./src/integrations/check-links.ts";
import { specMarkdown } from "./src/markdown/spec-markdown.ts";
import { ORDER } from "./src/spec/order.ts";

/** Starlight finds nothing by itself outside src/content/docs, so the sidebar names each page. */
function chapters() {
  const rank = (name: string) => (ORDER.indexOf(name) + 1 || ORDER.length + 1) - 1;
  const names = readdirSync(new URL("../spec/", import.meta.url)).flatMap(
    (file) => /^(.+)\.md$/.exec(file)?.[1] ?? [],
  );
  names.sort((a, b) => rank(a) - rank(b) || a.localeCompare(b));
  return names.map((name) => ({ slug: name === "index" ? "spec" : `spec/${name}` }));
}

export default defineConfig({
  outDir: "../dist/site",
  markdown: { processor: satteri({ mdastPlugins: [specMarkdown] }) },
  integrations: [
    starlight({
      title: "MPLI",
      description: "One open protocol between a customer and any cloud service provider.",
      favicon: "/favicon.svg",
      customCss: ["./src/styles/theme.css", "./src/styles/statements.css", "./src/styles/conformance.css"],
      components: {
        PageTitle: "./src/components/chapter-title.astro",
        MarkdownContent: "./src/components/markdown-content.astro",
      },
      expressiveCode: {
        themes: ["github-dark", "github-light"],
        styleOverrides: {
          borderRadius: "0.4rem",
          codeFontSize: "0.84rem",
          frames: { shadowColor: "transparent" },
        },
      },
      sidebar: [
        { label: "Specification", items: chapters() },
        {
          label: "Conformance",
          items: [
            { label: "Run the kit", link: "/conformance/" },
            { label: "Test plan", link: "/conformance/plan/" },
            { label: "Matrix", link: "/conformance/matrix/" },
            { label: "Mutants", link: "/conformance/mutants/" },
          ],
        },
        {
          label: "Reference",
          items: [
            { label: "All statements", link: "/statements/" },
            { label: "API", link: "/api/" },
            { label: "Errors", link: "/errors/" },
            { label: "Reasons", link: "/reasons/" },
            { label: "Vocabulary", link: "/ns/" },
            { label: "Places", link: "/place/" },
            { label: "What is stored where", link: "/reference-node/storage/" },
          ],
        },
      ],
    }),
    // A sitemap needs the public address of the site, which nobody knows yet. Starlight adds one of its own, and its
    // warning, unless an integration of this name is there.
    { name: "@astrojs/sitemap", hooks: {} },
    checkLinks(),
  ],
});
