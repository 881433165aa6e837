// Faults in the two documents by which strangers meet a node.
import { answering, on, refusal, withHeaders, withJson } from "../faults.ts";
import type { Mutant, Room, Spoil } from "../mutant.ts";

type Json = { [name: string]: unknown };

const node = on("/.well-known/mpli", "GET");
const did = on("/.well-known/did.json", "GET");

/** The node document is written wrongly. */
const writing = (change: (document: Json) => void): Spoil =>
  answering(node, (answer) => withJson(answer, change));
/** So is the DID document. */
const writingDid = (change: (document: Json) => void): Spoil =>
  answering(did, (answer) => withJson(answer, change));
const endpoints = (document: Json) => document["endpoint"] as Json;
const without = (list: unknown, name: string) => (list as string[]).filter((each) => each !== name);
const service = (document: Json) => (document["service"] as Json[])[0] ?? {};
const method = (document: Json) => (document["verificationMethod"] as Json[])[0] ?? {};

/** Without a node document that can be read, no room has anything to examine. */
const ALL: readonly Room[] = [
  "discovery",
  "catalogue",
  "trust",
  "policies",
  "presentations",
  "issuing",
  "compatibility",
  "evidence",
  "testing",
];

export default [
  {
    breaks: "MPLI-PROT-001",
    fault: "writes its node document without a context",
    ...writing((document) => delete document["@context"]),
  },
  {
    breaks: "MPLI-PROT-001",
    fault: "gives its node document the type of its role",
    ...writing((document) => (document["type"] = "Provider")),
  },
  {
    breaks: "MPLI-PROT-001",
    fault: "sends its node document as plain JSON",
    ...answering(node, (answer) => withHeaders(answer, { "content-type": "application/json" })),
  },
  {
    breaks: "MPLI-PROT-055",
    fault: "writes a list of one as its member",
    ...writing((document) => {
      const [version, ...others] = document["protocolVersion"] as string[];
      if (others.length === 0) document["protocolVersion"] = version;
    }),
  },
  {
    breaks: "MPLI-PROT-055",
    fault: "writes its node document with prefixes",
    ...writing((document) => {
      document["mpli:did"] = document["did"];
      document["mpli:protocolVersion"] = document["protocolVersion"];
      delete document["protocolVersion"];
    }),
  },
  {
    breaks: "MPLI-PROT-002",
    fault: "asks strangers for a password at once",
    spreads: ALL,
    ...answering(node, (answer, { headers }) =>
      headers.has("authorization") ? answer : refusal(401, "operator-only"),
    ),
  },
  {
    breaks: "MPLI-PROT-003",
    fault: "lists the version to come only",
    ...writing((document) => (document["protocolVersion"] = ["0.2"])),
  },
  {
    breaks: "MPLI-PROT-045",
    fault: "lists a version with a v before it",
    ...writing((document) => (document["protocolVersion"] = ["0.1", "v0.2"])),
  },
  {
    breaks: "MPLI-PROT-045",
    fault: "lists the version of its software",
    ...writing((document) => (document["protocolVersion"] = ["0.1", "0.1.7"])),
  },
  {
    breaks: "MPLI-PROT-045",
    fault: "writes its version as a number",
    ...writing((document) => (document["protocolVersion"] = 0.1)),
  },
  {
    breaks: "MPLI-PROT-004",
    fault: "lists the last of two roles",
    stage: "both",
    spreads: ["discovery", "issuing"],
    ...writing((document) => (document["role"] = ["catalogue"])),
  },
  {
    breaks: "MPLI-PROT-005",
    fault: "does not list what every node has",
    ...writing((document) => (document["feature"] = without(document["feature"], "core"))),
  },
  {
    breaks: "MPLI-PROT-005",
    fault: "does not list the feature that a setting adds",
    stage: "catalogue",
    spreads: ["testing"],
    ...writing((document) => (document["feature"] = without(document["feature"], "testing"))),
  },
  {
    breaks: "MPLI-PROT-005",
    fault: "does not list that it has pages for people",
    spreads: ["discovery"],
    ...writing((document) => (document["feature"] = without(document["feature"], "html"))),
  },
  {
    breaks: "MPLI-PROT-006",
    fault: "gives the path of an endpoint alone",
    ...writing((document) => (endpoints(document)["check"] = "/manifest/check")),
  },
  {
    breaks: "MPLI-PROT-006",
    fault: "does not name its change feed",
    spreads: ["discovery"],
    ...writing((document) => delete endpoints(document)["changes"]),
  },
  {
    breaks: "MPLI-PROT-006",
    fault: "names the address of a dry run at which there is nothing",
    spreads: ["discovery"],
    ...writing((document) => {
      endpoints(document)["check"] = String(endpoints(document)["check"]).replace(
        "/manifest",
        "/api/manifest",
      );
    }),
  },
  {
    breaks: "MPLI-PROT-053",
    fault: "lists a feature of its own in a plain word",
    ...writing((document) => (document["feature"] as string[]).push("backup")),
  },
  {
    breaks: "MPLI-PROT-053",
    fault: "names an endpoint of its own in a plain word",
    ...writing((document) => (endpoints(document)["statistics"] = "https://statistics.example/")),
  },
  {
    breaks: "MPLI-PROT-007",
    fault: "echoes the origin that asks",
    ...answering(node, (answer, { headers }) =>
      withHeaders(answer, { "access-control-allow-origin": headers.get("origin") ?? "*" }),
    ),
  },
  {
    breaks: "MPLI-PROT-007",
    fault: "lets no page of another origin read its node document",
    ...answering(node, (answer) => withHeaders(answer, { "access-control-allow-origin": undefined })),
  },
  {
    breaks: "MPLI-PROT-010",
    fault: "writes the colon before the port into its DID",
    stage: "catalogue",
    ...writing((document) => (document["did"] = String(document["did"]).replace("%3A", ":"))),
  },
  {
    breaks: "MPLI-PROT-010",
    fault: "leaves the port out of its DID",
    stage: "catalogue",
    ...writing((document) => (document["did"] = String(document["did"]).replace(/%3A.*/, ""))),
  },
  {
    breaks: "MPLI-PROT-011",
    fault: "has no DID document",
    spreads: ["issuing"],
    ...answering(did, () => refusal(404, "not-found")),
  },
  {
    breaks: "MPLI-PROT-011",
    fault: "serves the DID document of its host",
    ...writingDid((document) => (document["id"] = String(document["id"]).replace(/%3A.*/, ""))),
  },
  {
    breaks: "MPLI-PROT-012",
    fault: "points from its DID to its front page",
    ...writingDid((document) => {
      service(document)["serviceEndpoint"] = new URL("/", String(service(document)["serviceEndpoint"])).href;
    }),
  },
  {
    breaks: "MPLI-PROT-012",
    fault: "gives its service a type of its own",
    ...writingDid((document) => (service(document)["type"] = "MPLI")),
  },
  {
    breaks: "MPLI-PROT-012",
    fault: "lists no service in its DID document",
    ...writingDid((document) => delete document["service"]),
  },
  {
    breaks: "MPLI-PROT-048",
    fault: "gives its key the type of an earlier draft",
    ...writingDid((document) => (method(document)["type"] = "JsonWebKey2020")),
  },
  {
    breaks: "MPLI-PROT-048",
    fault: "publishes its key in another encoding",
    spreads: ["issuing"],
    ...writingDid((document) => {
      delete method(document)["publicKeyJwk"];
      method(document)["publicKeyMultibase"] = "z6MktwupdmLXVVqTzCw4i46r4uGyosGXRnR3XjN4Zq7oMMsw";
    }),
  },
  {
    breaks: "MPLI-PROT-049",
    fault: "publishes the whole key pair",
    ...writingDid((document) => {
      (method(document)["publicKeyJwk"] as Json)["d"] = "nWGxne_9WmC6hEr0kuwsERJxWl7MmkZcDusAxyuf2A0";
    }),
  },
  {
    breaks: "MPLI-PROT-049",
    fault: "publishes the private half beside the public one",
    ...writingDid((document) => {
      const key = method(document)["publicKeyJwk"] as Json;
      method(document)["privateKeyJwk"] = { ...key, d: "nWGxne_9WmC6hEr0kuwsERJxWl7MmkZcDusAxyuf2A0" };
    }),
  },
] satisfies Mutant[];
