// What the pages are made of: the chapters in ../spec, the statements read from them, and the manuals of the kit.
import { defineCollection } from "astro:content";
import { docsSchema } from "@astrojs/starlight/schema";
import { glob } from "astro/loaders";
import { z } from "astro/zod";
import { type StatementEntry, statementEntries } from "./spec/collection.ts";

const chapter = z.object({
  status: z.enum(["draft", "candidate", "stable", "retired"]).optional(),
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
  statements: defineCollection({
    loader: () => statementEntries().map((statement) => ({ ...statement })),
    schema: z.custom<StatementEntry>(),
  }),
  manuals: defineCollection({
    loader: glob({
      base: "../test",
      pattern: ["conformance/README.md", "reports/README.md"],
      generateId: ({ entry }) => entry.replace("/README.md", ""),
    }),
  }),
};
