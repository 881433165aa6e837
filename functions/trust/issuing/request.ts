// What an operator asks to be issued or changed, read from JSON: known members only, since one that is passed over is a wish lost.
import type { Json } from "../../kernel/json.ts";
import { type Result, ok, refused } from "../../kernel/result.ts";
import { type JsonObject, isObject } from "../token/jws.ts";
import { PURPOSES, type Purpose, type StatusChange } from "./ports.ts";

/** `member` is the path of what is missing or not in its form. */
export type RequestRefusal = { code: "malformed-request"; member: string };

export interface IssueRequest {
  readonly credential: JsonObject;
  readonly purposes: readonly Purpose[];
}

export interface StatusRequest {
  readonly id: string;
  readonly changes: readonly StatusChange[];
}

const malformed = (member: string) => refused<RequestRefusal>({ code: "malformed-request", member });

/** `{"credential": …, "options": {"status": true, "suspension": false}}` (W3C VC API §3.2.1). */
export function readIssueRequest(body: Json): Result<IssueRequest, RequestRefusal> {
  if (!isObject(body) || !isObject(body["credential"])) return malformed("credential");
  const { credential, options = {}, ...rest } = body;
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined) return malformed(unknown.slice(0, 100));
  if (!isObject(options)) return malformed("options");
  const { status = true, suspension = false, ...others } = options;
  const [stray] = Object.keys(others);
  if (stray !== undefined) return malformed(`options.${stray}`.slice(0, 100));
  if (typeof status !== "boolean") return malformed("options.status");
  // To suspend what has no status is a contradiction, not a wish.
  if (typeof suspension !== "boolean" || (suspension && !status)) return malformed("options.suspension");
  return ok({ credential, purposes: status ? (suspension ? PURPOSES : ["revocation"]) : [] });
}

/** `{"credentialId": …, "credentialStatus": [{"type", "statusPurpose", "status"}]}` (W3C VC API §3.2.2). */
export function readStatusRequest(body: Json): Result<StatusRequest, RequestRefusal> {
  if (!isObject(body)) return malformed("credentialId");
  const { credentialId: id, credentialStatus } = body;
  if (typeof id !== "string" || id === "") return malformed("credentialId");
  const entries = [credentialStatus ?? []].flat();
  const changes: StatusChange[] = [];
  for (const entry of entries) {
    const { type, statusPurpose, status } = isObject(entry) ? entry : {};
    const purpose = PURPOSES.find((each) => each === statusPurpose);
    if (type !== "BitstringStatusListEntry") return malformed("credentialStatus.type");
    if (!purpose || changes.some((other) => other.purpose === purpose))
      return malformed("credentialStatus.statusPurpose");
    if (typeof status !== "boolean") return malformed("credentialStatus.status");
    changes.push({ purpose, isSet: status });
  }
  return changes.length > 0 ? ok({ id, changes }) : malformed("credentialStatus");
}
