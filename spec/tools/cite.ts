// `npm run cite -- MPLI-DISC-020`: what a case cites, the id with the digest of the text as it is now, and the text.
import { readChapters, readRetired } from "./chapters.ts";
import { readStatements } from "./statements.ts";

const { statements } = readStatements(readChapters(), readRetired());
const asked = process.argv.slice(2);
for (const { id, digest, text, feature } of statements)
  if (asked.length === 0 || asked.some((prefix) => id.startsWith(prefix)))
    console.log(`${id}@${digest}  (${feature})  ${text}`);
