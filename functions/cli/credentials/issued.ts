// What a node remembers of the credentials that it issued, and how its operator asks for it.
import type { Json } from "../../kernel/json.ts";
import {
  type RemoteNode,
  ask,
  endpointOf,
  findNode,
  isOnThisMachine,
  readObject,
} from "../node-client/node.ts";
import { Stop } from "../terminal/stop.ts";

export interface IssuedRow {
  readonly id: string;
  readonly types: readonly string[];
  readonly issuedAt: string;
  readonly validUntil: string;
  /** Purposes whose bit is set. */
  readonly set: readonly string[];
}

/** Sends an operator's request with a body of JSON, or reads where there is none. */
export async function askAsOperator(
  address: string,
  token: string,
  body?: unknown,
): Promise<{ [member: string]: Json }> {
  // MPLI-PROT-044: the token goes through TLS, except to this machine, which it reaches without passing anyone.
  if (new URL(address).protocol !== "https:" && !isOnThisMachine(address))
    throw new Stop(
      2,
      `The operator's token is not sent to ${address} without TLS. Use an address with https.`,
    );
  const headers = { Accept: "application/json", Authorization: `Bearer ${token}` };
  const answer = await ask(
    address,
    body === undefined
      ? { headers }
      : {
          method: "POST",
          headers: { ...headers, "Content-Type": "application/json" },
          body: JSON.stringify(body),
        },
  );
  return readObject(answer, address);
}

/** The operator's token, as it was given or as it stands in the environment. */
export function operatorToken(given: string | undefined): string {
  const token = given ?? process.env["MPLI_OPERATOR_TOKEN"];
  if (token) return token;
  throw new Stop(2, "Give the operator's token: in the variable MPLI_OPERATOR_TOKEN, or with --token.");
}

/** Has the node at this address issue a credential: the token, and the whole answer. */
export async function issueAt(
  at: string,
  token: string,
  request: { readonly credential: Json; readonly options: object },
): Promise<{ readonly issued: string; readonly answer: { [member: string]: Json } }> {
  const address = endpointOf(await findNode(at), "issue");
  const answer = await askAsOperator(address, token, request);
  const issued = tokenIn(answer["verifiableCredential"]);
  if (issued === undefined) throw new Stop(2, `${address} did not answer with a credential.`);
  return { issued, answer };
}

/** Everything that was issued, page after page, in the order of issuing; `tell` hears how much has been read. */
export async function allIssued(
  node: RemoteNode,
  token: string,
  tell: (done: number) => void,
): Promise<IssuedRow[]> {
  const rows: IssuedRow[] = [];
  const first = endpointOf(node, "issued");
  for (let next: string | undefined = first; next !== undefined; ) {
    // The token is for this node alone, wherever its answer may lead.
    if (new URL(next).origin !== new URL(first).origin)
      throw new Stop(2, `The list leads to another origin: ${next.slice(0, 200)}`);
    const page: { [member: string]: Json } = await askAsOperator(next, token);
    const listed = [page["credential"] ?? []].flat().map(readIssued);
    rows.push(...listed);
    tell(rows.length);
    next = typeof page["next"] === "string" && listed.length > 0 ? page["next"] : undefined;
  }
  return rows;
}

/** An entry of the list; members that are missing are left empty. */
export function readIssued(entry: Json): IssuedRow {
  const { id, types, issuedAt, validUntil, credentialStatus } =
    entry && typeof entry === "object" && !Array.isArray(entry) ? entry : {};
  const text = (value: Json | undefined) => (typeof value === "string" ? value : "");
  const set = [credentialStatus ?? []]
    .flat()
    .flatMap((one) =>
      one && typeof one === "object" && !Array.isArray(one) && one["status"] === true
        ? text(one["statusPurpose"])
        : [],
    );
  return {
    id: text(id),
    types: [types ?? []].flat().filter((type) => typeof type === "string"),
    issuedAt: text(issuedAt),
    validUntil: text(validUntil),
    set,
  };
}

/** What a row comes to today: revoked counts more than suspended, and both more than time. */
export function stateOf({ set, validUntil }: IssuedRow, now: Date): string {
  if (set.includes("revocation")) return "revoked";
  if (set.includes("suspension")) return "suspended";
  return Date.parse(validUntil) <= now.getTime() ? "expired" : "in force";
}

/** The token in an envelope, or in an answer that holds one. */
export function tokenIn(json: Json | undefined): string | undefined {
  if (!json || typeof json !== "object" || Array.isArray(json)) return undefined;
  const { id, verifiableCredential } = json;
  if (verifiableCredential !== undefined) return tokenIn(verifiableCredential);
  return typeof id === "string" ? /^data:application\/vc\+jwt,(.+)$/.exec(id)?.[1] : undefined;
}

/** What a token says; nothing where it is none. */
export function payloadOf(token: string): { readonly [member: string]: Json } {
  try {
    const text = Buffer.from(token.split(".")[1] ?? "", "base64url").toString();
    return JSON.parse(text) as { [member: string]: Json };
  } catch {
    return {};
  }
}
