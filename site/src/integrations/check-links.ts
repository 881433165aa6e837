// Dead links inside the site fail the build.
import { fileURLToPath } from "node:url";
import type { AstroIntegration } from "astro";
import { deadLinks } from "./dead-links.ts";

/** Checks each `href` and `src` of the built pages that points into the site. */
export function checkLinks(): AstroIntegration {
  return {
    name: "check-links",
    hooks: { "astro:build:done": async ({ dir }) => refuseDead(await deadLinks(fileURLToPath(dir))) },
  };
}

function refuseDead(dead: string[]): void {
  if (dead.length > 0) throw new Error(`Dead links:\n${dead.join("\n")}`);
}
