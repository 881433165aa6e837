// The tokens that the specification shows, opened: their payloads are what the chapter says they are.
import { expect, test } from "vitest";
import { example, requestOf } from "../../spec/examples.ts";
import { play } from "../../spec/story.ts";

const answers = await play((exchange) => requestOf(example(`${exchange}.request.http`)));
const payloadOf = (token = "") =>
  JSON.parse(Buffer.from(token.split(".")[1] ?? "", "base64url").toString()) as unknown;
const bodyOf = (exchange: string) => answers.get(exchange)?.body ?? "";

test("what is issued is the operator's credential, completed", () => {
  const { verifiableCredential } = JSON.parse(bodyOf("issue")) as { verifiableCredential: { id: string } };
  expect(payloadOf(verifiableCredential.id)).toEqual(JSON.parse(example("issue.payload.json")));
});

test("the signed manifest names the graph that was published", () => {
  expect(payloadOf(bodyOf("read-signed-manifest"))).toEqual(
    JSON.parse(example("signed-manifest.payload.json")),
  );
  expect(example("publish.response.http")).toContain(
    (JSON.parse(example("signed-manifest.payload.json")) as { credentialSubject: Record<string, string> })
      .credentialSubject["https://w3id.org/mpli/ns#digest"],
  );
});
