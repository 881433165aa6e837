// Faults in meeting what is unknown: members, roles, versions, parameters, terms of others.
import {
  type On,
  answering,
  changedJson,
  fetching,
  hearing,
  hearingJson,
  inEachObject,
  on,
  refusal,
  wholeOf,
  withJson,
} from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

type Json = { [name: string]: unknown };

const MEMBERS =
  /^(@context|id|type|protocolVersion|did|role|feature|endpoint|limits|mediaTypes|offersPerPage|statementsPerPage)$/;
const put = on("/manifest", "PUT");

/** Reads the node document of a provider in its own way; undefined for one that it does not take. */
const meeting = (read: (document: Json) => Json | undefined): Spoil =>
  fetching(async (request, wire) => {
    const answer = await wire(request);
    if (new URL(request.url).pathname !== "/.well-known/mpli" || !answer.ok) return answer;
    const whole = await wholeOf(answer);
    if ("rest" in whole) return whole.rest;
    const text = new TextDecoder().decode(whole.bytes);
    let isTaken = true;
    const heard = changedJson(text, (value) => {
      const document = read(value as Json);
      isTaken = document !== undefined;
      return document ?? value;
    });
    return isTaken ? new Response(heard, answer) : new Response("not taken", { status: 500 });
  });
const versions = (choose: (all: readonly string[]) => readonly string[]): Spoil =>
  meeting((document) => ({ ...document, protocolVersion: choose(document["protocolVersion"] as string[]) }));
const onlyFrom = (member: string, known: readonly string[]): Spoil =>
  meeting((document) =>
    (document[member] as string[]).every((name) => known.includes(name)) ? document : undefined,
  );

const hasUnknown: On = ({ url }) =>
  [...new URL(url).searchParams.keys()].some((name) => /kit|utm/.test(name));

export default [
  {
    breaks: "MPLI-PROT-008",
    fault: "takes no node document with members that it does not know",
    stage: "catalogue",
    ...meeting((document) =>
      Object.keys(document).every((name) => MEMBERS.test(name)) ? document : undefined,
    ),
  },
  {
    breaks: "MPLI-PROT-008",
    fault: "takes no limits that it does not know",
    stage: "catalogue",
    ...meeting((document) =>
      Object.keys(document["limits"] as Json).every((name) => MEMBERS.test(name)) ? document : undefined,
    ),
  },
  {
    breaks: "MPLI-PROT-046",
    fault: "looks at the first version of a node only",
    stage: "catalogue",
    ...versions((all) => all.slice(0, 1)),
  },
  {
    breaks: "MPLI-PROT-046",
    fault: "looks at the last version of a node only",
    stage: "catalogue",
    ...versions((all) => all.slice(-1)),
  },
  {
    breaks: "MPLI-PROT-047",
    fault: "does not look at the versions of a node",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...versions(() => ["0.1"]),
  },
  {
    breaks: "MPLI-PROT-047",
    fault: "takes a node without any version for one of today",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...versions((all) => (all.length > 0 ? all : ["0.1"])),
  },
  {
    breaks: "MPLI-PROT-047",
    fault: "compares versions as decimals",
    stage: "catalogue",
    ...versions((all) => all.map((version) => String(Number(version)))),
  },
  {
    breaks: "MPLI-PROT-047",
    fault: "compares versions by how they begin",
    stage: "catalogue",
    ...versions((all) => all.map((version) => version.slice(0, 3))),
  },
  {
    breaks: "MPLI-PROT-050",
    fault: "takes no node with a role that it does not know",
    stage: "catalogue",
    ...onlyFrom("role", ["provider", "catalogue", "orchestrator", "verifier"]),
  },
  {
    breaks: "MPLI-PROT-050",
    fault: "takes no node with a feature that it does not know",
    stage: "catalogue",
    ...onlyFrom("feature", [
      "core",
      "html",
      "versions",
      "changes",
      "publishing",
      "matching",
      "composition",
      "testing",
    ]),
  },
  {
    breaks: "MPLI-PROT-051",
    fault: "refuses parameters that it does not know",
    ...answering(
      (request) => on("/matches")(request) && hasUnknown(request),
      () => refusal(400, "malformed-parameter"),
    ),
  },
  {
    breaks: "MPLI-PROT-051",
    fault: "takes an address with unknown parameters for another one",
    ...answering(
      (request) => on("/manifest", "GET")(request) && hasUnknown(request),
      () => refusal(404, "not-found"),
    ),
  },
  {
    breaks: "MPLI-PROT-051",
    fault: "takes an unknown parameter for a search",
    stage: "catalogue",
    ...answering(
      (request) => on("/providers", "GET")(request) && hasUnknown(request),
      (answer) => withJson(answer, (list) => (list["provider"] = [])),
    ),
  },
  {
    breaks: "MPLI-PROT-052",
    fault: "drops members of an offer that the vocabulary does not have",
    ...hearingJson(
      put,
      inEachObject(({ motto: _, ...object }) => object),
    ),
  },
  {
    breaks: "MPLI-PROT-052",
    fault: "drops nodes without a name that others describe",
    ...hearingJson(
      put,
      inEachObject(({ part: _, ...object }) => object),
    ),
  },
  {
    breaks: "MPLI-PROT-052",
    fault: "drops the languages of foreign texts",
    ...hearing(put, (text) => text.replaceAll(/,"@language":"[^"]*"/g, "")),
  },
  {
    breaks: "MPLI-PROT-052",
    fault: "writes pages from the properties that it knows",
    ...answering(on(/^\/manifest\/pages\//, "GET"), async (answer) => {
      const text = await answer.text();
      return new Response(
        text.replace(
          /<https:\/\/kit\.example\/ns#motto> "\d+"(\s*[;.])/g,
          '<http://schema.org/name> "Kit"$1',
        ),
        answer,
      );
    }),
  },
] satisfies Mutant[];
