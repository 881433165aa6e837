// A provider's own manifest as a market: its pages, and nothing that merely looks like one.
import { expect, test } from "vitest";
import { ownMarket } from "../../functions/compatibility/market/own-market.ts";
import { manifest, many } from "../support/manifests.ts";
import { providerNode } from "../support/provider.ts";

test("a provider without a manifest is a market without sources", async () => {
  const node = providerNode();
  const market = await ownMarket(node.publication, graphsOf(node))();
  expect(market.ok && market.value.sources).toEqual([]);
});

test("the documents of a paged manifest are its pages, whatever else carries a digest", async () => {
  const node = providerNode();
  const stray = `<${node.origin}/stray> <https://w3id.org/mpli/ns#digest> "${"0".repeat(64)}" .`;
  const answer = await node.put(manifest(node.origin, many(251), stray));
  expect(await answer.clone().text()).toContain('"pages":2');
  const market = await ownMarket(node.publication, graphsOf(node))();
  const pages = (await node.publication.head())?.pages;
  expect(market.ok && market.value.sources[0]?.documents.map(({ digest }) => digest).sort()).toEqual(
    [...(pages ?? [])].sort(),
  );
});

test("a head that is not at hand is said to be so, not taken for an empty market", async () => {
  const node = providerNode();
  await node.put(manifest(node.origin, many(1)));
  const market = await ownMarket(node.publication, {
    get: async () => undefined,
    put: async () => undefined,
  })();
  expect(market).toMatchObject({ ok: false, refusal: { code: "document-not-at-hand" } });
});

const graphsOf = ({ graphs }: ReturnType<typeof providerNode>) => ({
  get: async (digest: string) => graphs.get(digest),
  put: async () => undefined,
});
