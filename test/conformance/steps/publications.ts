// What a case publishes or checks at the target: right manifests, and some for each way in which a manifest is refused.
import type { Exam, RequestOptions } from "../exam.ts";
import { NS } from "../graph.ts";
import type { Answer, JsonObject } from "../http.ts";
import { type PartySettings, manifestOf } from "../parties/manifest.ts";

type Body = string | JsonObject;

/** Not a name of any run before, so that nothing that is published has been published already. */
export const fresh = (): string => `vm-${crypto.randomUUID()}`;

/** A manifest of the target with these offers; by default a virtual machine that was never there before. */
export function manifestWith(
  t: Exam,
  offers: readonly JsonObject[] = [{ id: fresh(), class: "VirtualMachine" }],
  settings: PartySettings = {},
): JsonObject {
  return manifestOf({ ...settings, offers }, didOf(t));
}

/** The same in Turtle, where only that can say what is wrong: a manifest without offers, and `more`. */
export function turtleWith(t: Exam, more: string): string {
  return `@base <${t.endpoint("manifest")}> .
@prefix mpli: <${NS.mpli}> .
@prefix place: <${NS.place}> .
@prefix schema: <${NS.schema}> .
<${t.endpoint("manifest")}> a mpli:Manifest ; mpli:provider <${didOf(t)}> .
${more}`;
}

/** The entity tag of the manifest as it is now. */
export async function currentTag(t: Exam, accept = "text/turtle"): Promise<string> {
  const answer = await t.request(t.endpoint("manifest"), { method: "HEAD", headers: { accept } });
  t.status(answer, 200);
  return t.header(answer, "ETag");
}

/** `PUT` by the operator with exactly these preconditions, which `t.publish` would add by itself. */
export function put(t: Exam, body: Body, preconditions: Readonly<Record<string, string>>): Promise<Answer> {
  return t.request(t.endpoint("manifest"), {
    method: "PUT",
    headers: { ...typeOf(body), ...t.operator(), ...preconditions },
    body,
  });
}

/** `POST` by the operator to the dry run. */
export function check(t: Exam, body: Body, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return t.request(t.endpoint("check"), {
    method: "POST",
    headers: { ...typeOf(body), ...t.operator(), ...headers },
    body,
  });
}

/** Publishes something that is right, whose entity tag it gives: cases of refusals begin with it. */
export async function published(t: Exam, body: Body = manifestWith(t)): Promise<string> {
  t.status(await t.publish(body), 200, 201);
  return currentTag(t);
}

/** Ends the case as inapplicable where a manifest is published. */
export async function requireNothingPublished(t: Exam): Promise<void> {
  const answer = await t.get(t.endpoint("manifest"), { accept: "text/turtle" });
  if (answer.status === 404) return void t.refusal(answer, 404, "no-manifest");
  await t.manifest();
  t.inapplicable("a manifest is published already");
}

/** Each body is refused with this code, and what was published before stays; the problem documents. */
export async function refusesToPublish(
  t: Exam,
  code: string,
  bodies: readonly Body[],
): Promise<readonly JsonObject[]> {
  const before = await published(t);
  const problems: JsonObject[] = [];
  for (const body of bodies) problems.push(t.refusal(await t.publish(body), 422, code));
  t.equal(await currentTag(t), before, "the entity tag after what was refused is");
  return problems;
}

/** Each body that a publication refuses is refused in a check with the same code. */
export async function refusesInCheck(
  t: Exam,
  bodies: readonly Body[],
  headers: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const body of bodies) {
    const publication = await t.publish(body, headers);
    t.that(publication.status >= 400, "a refusal to publish", `${publication.status}`);
    const code = String(publication.json()["code"]);
    t.refusal(await check(t, body, headers), publication.status, code);
  }
}

/** Whether a member of a problem document is a list with something in it. */
export const isListOfSome = (value: unknown): boolean => Array.isArray(value) && value.length > 0;

type Draft = (t: Exam) => Body;

/** Manifests that are refused with status 422: by code, and by what is wrong with them. */
export const REFUSED = {
  "shape-violation": {
    withoutClass: (t) => manifestWith(t, [{ id: fresh() }]),
    memoryInGb: (t) => manifestWith(t, [{ id: fresh(), class: "VirtualMachine", memory: "16 GB" }]),
    currencyInWords: (t) => manifestWith(t, [priced({ amount: "1.0", currency: "euro", per: "month" })]),
    perWeek: (t) => manifestWith(t, [priced({ amount: "1.0", currency: "EUR", per: "week" })]),
    versionAsNumber: (t) =>
      turtleWith(t, offers(t, "mpli:serviceClass mpli:KubernetesCluster ; mpli:kubernetesVersion 1.30")),
  },
  "no-manifest-node": {
    emptyGraph: () => "",
    offerAlone: (t) =>
      `<${offerOf(t)}> a <${NS.mpli}Offer> ; <${NS.mpli}serviceClass> <${NS.mpli}VirtualMachine> .`,
  },
  "several-manifests": {
    named: (t) => turtleWith(t, `<#another> a mpli:Manifest ; mpli:provider <${didOf(t)}> .`),
    nameless: (t) => turtleWith(t, `[] a mpli:Manifest ; mpli:provider <${didOf(t)}> .`),
  },
  "foreign-offer": {
    host: (t) => offerAt(t, "https://elsewhere.example/offers/vm"),
    // The address is a prefix of it, and only the user information of a host.
    userInformation: (t) => offerAt(t, `${originOf(t).origin}@elsewhere.example/offers/vm`),
    scheme: (t) => {
      const { protocol, host } = originOf(t);
      return offerAt(t, `${protocol === "https:" ? "http:" : "https:"}//${host}/offers/vm`);
    },
    port: (t) => {
      const { protocol, hostname, port } = originOf(t);
      return offerAt(t, `${protocol}//${hostname}:${port === "8443" ? "9443" : "8443"}/offers/vm`);
    },
    none: (t) => offerAt(t, `urn:uuid:${crypto.randomUUID()}`),
  },
  "reserved-term": {
    turtle: (t) =>
      turtleWith(t, `<${t.endpoint("manifest")}> mpli:page <${t.endpoint("manifest")}/pages/1> .`),
    jsonLd: (t) => ({ ...manifestWith(t), page: `${t.endpoint("manifest")}/pages/${"0".repeat(64)}` }),
  },
  "unknown-term": {
    property: (t) => turtleWith(t, offers(t, 'mpli:serviceClass mpli:VirtualMachine ; mpli:memry "16 GiBy"')),
    serviceClass: (t) => turtleWith(t, offers(t, "mpli:serviceClass mpli:VirtualMaschine")),
    type: (t) => turtleWith(t, offers(t, "mpli:serviceClass mpli:VirtualMachine ; a mpli:Offre")),
    place: (t) => turtleWith(t, "</regions/r> a mpli:Region ; mpli:within place:Atlantis ."),
  },
  "poison-graph": {
    /** Thirty nodes without names that all point to each other: RDFC-1.0 would have to try 30! orders. */
    clique: (t) => turtleWith(t, clique(30)),
  },
} as const satisfies Record<string, Record<string, Draft>>;

/** All manifests that are refused with these codes. */
export function allRefused(t: Exam, ...codes: readonly (keyof typeof REFUSED)[]): Body[] {
  return codes.flatMap((code) => Object.values<Draft>(REFUSED[code]).map((draft) => draft(t)));
}

const originOf = (t: Exam): URL => new URL(t.endpoint("manifest"));

function offerAt(t: Exam, iri: string): JsonObject {
  return manifestWith(t, [{ id: iri, class: "VirtualMachine" }]);
}

function priced(price: JsonObject): JsonObject {
  return { id: fresh(), class: "VirtualMachine", price };
}

const offerOf = (t: Exam) => new URL(`/offers/${fresh()}`, t.endpoint("manifest")).href;

function offers(t: Exam, facts: string): string {
  const offer = offerOf(t);
  return `<${t.endpoint("manifest")}> mpli:offer <${offer}> .\n<${offer}> ${facts} .`;
}

function clique(size: number): string {
  const nodes = Array.from({ length: size }, (_, index) => `_:n${index}`);
  return nodes
    .map(
      (node) =>
        `${node} <https://kit.example/ns#knows> ${nodes.filter((other) => other !== node).join(", ")} .`,
    )
    .join("\n");
}

function didOf(t: Exam): string {
  return t.declared.did ?? t.fail("`did` in the node document", "none");
}

function typeOf(body: RequestOptions["body"]): Readonly<Record<string, string>> {
  return typeof body === "string" ? { "content-type": "text/turtle" } : {};
}
