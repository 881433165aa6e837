// A demand to a node, and the report that it answers with.
import { Stop } from "../terminal/stop.ts";
import type { TextDocument } from "../terminal/files.ts";
import { ask, readObject } from "./node.ts";

/** What is shown of a report: its type, and a list that it has to hold. */
interface Kind<Report> {
  readonly type: string;
  readonly list: keyof Report & string;
}

/** Posts the demand; a node that answers something else than the report is told apart from one that crashed us. */
export async function askWithDemand<Report>(
  endpoint: string,
  { syntax, text }: TextDocument,
  query: Readonly<Record<string, string>>,
  { type, list }: Kind<Report>,
): Promise<Report> {
  const address = new URL(endpoint);
  for (const [name, value] of Object.entries(query)) address.searchParams.set(name, value);
  const headers = { "Content-Type": syntax, Accept: "application/json" };
  const answer = await ask(address.href, { method: "POST", headers, body: text });
  const report = await readObject(answer, address.href);
  if (report["type"] === type && Array.isArray(report[list])) return report as Report;
  throw new Stop(2, `${address.href} did not answer with a ${type}. Give the address of an MPLI node.`);
}
