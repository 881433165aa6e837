// The chapters of the specification are Starlight's pages; they live in ../spec and are read from there.
import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";

const chapter = z.object({
  status: z.enum(["draft", "stable"]).optional(),
  /** Prefix of the chapter's statements; absent where a chapter states nothing. */
  prefix: z
    .string()
    .regex(/^MPLI-[A-Z]+$/)
    .optional(),
});

/** "index.md" is "spec", "discovery.md" is "spec/discovery". */
const pageOf = (entry: string) => `spec/${entry.replace(/\.md$/, "")}`.replace(/\/index$/, "");

export const collections = {
  docs: defineCollection({
    loader: glob({ base: "../spec", pattern: "**/*.md", generateId: ({ entry }) => pageOf(entry) }),
    schema: docsSchema({ extend: chapter }),
  }),
};
