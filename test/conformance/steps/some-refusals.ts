// Refusals of different kinds that can be had from a target without changing anything, each as it was answered.
import { bodyDoors, send } from "./doors.ts";
import type { Exam } from "../exam.ts";
import type { Answer } from "../http.ts";
import { NODE_DOCUMENT } from "./node-document.ts";
import { operatorRequests, sendAs } from "./operator-requests.ts";

/** A method, a representation, a body that cannot be read, and an operator's request by somebody else. */
export async function someRefusals(t: Exam): Promise<readonly Answer[]> {
  const { features, roles } = t.declared;
  const answers = [
    await t.request(NODE_DOCUMENT, { method: "PROPFIND" }),
    await t.request(NODE_DOCUMENT, { method: "PROPFIND", headers: { accept: "text/html" } }),
  ];
  if (roles.has("provider")) answers.push(await t.get(t.endpoint("manifest"), { accept: "image/png" }));
  if (t.isCatalogue) answers.push(await t.get(`${t.endpoint("offers")}?after=nowhere`));
  for (const request of operatorRequests(t)) answers.push(await sendAs(t, request, {}));
  if (features.has("matching") || t.hasToken)
    for (const door of readers(t)) answers.push(await send(t, door, "}{"));
  for (const { status, url } of answers)
    t.that(status >= 400 && status < 500, `a refusal from ${url}`, `status ${status}`);
  return answers;
}

/** The doors that can be asked as the kit was started; a provider with the feature core alone has none. */
function readers(t: Exam) {
  const { features } = t.declared;
  return features.has("matching") || features.has("publishing") || t.isCatalogue ? bodyDoors(t) : [];
}
