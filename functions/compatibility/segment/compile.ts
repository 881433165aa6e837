// From the documents of a manifest to its segment, one document at a time.
import { type Result, ok } from "../../kernel/result.ts";
import { readHead, readOffers } from "../market/facts.ts";
import { STATEMENTS_QUERY } from "../market/queries.ts";
import { type Statements, readStatements } from "../market/statements.ts";
import type { DocumentFacts, FactsRefusal, Source } from "../ports.ts";
import { SegmentBuilder } from "./builder.ts";
import type { Contents } from "./container.ts";

/** Compiles the manifest of `source`; refuses when one of its documents is not at hand. */
export async function compile(
  source: Pick<Source, "head" | "documents">,
  documents: DocumentFacts,
): Promise<Result<Contents, FactsRefusal>> {
  const about = await read(source.head.digest, documents);
  if (!about.ok) return about;
  const head = readHead(about.value);
  const builder = new SegmentBuilder();
  for (const digest of new Set(source.documents.map((document) => document.digest))) {
    const page = digest === source.head.digest ? about : await read(digest, documents);
    if (!page.ok) return page;
    for (const offer of readOffers(page.value, head)) builder.add(offer);
  }
  return ok(builder.finish(head.around));
}

async function read(digest: string, documents: DocumentFacts): Promise<Result<Statements, FactsRefusal>> {
  const rows = await documents.select(digest, STATEMENTS_QUERY);
  return rows.ok ? ok(readStatements(rows.value, digest)) : rows;
}
