// Faults in how a catalogue shows the offers of its providers.
import { closed, hearingQuery, showing } from "../catalogues.ts";
import { answering, on, refusal, refusing, withHeaders, withStatus, withText } from "../faults.ts";
import type { ProviderBook } from "../../../functions/catalogue/ports.ts";
import { mpli } from "../../../functions/kernel/generated/vocabulary.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const offers = on("/offers", "GET");
const isTurtle = (answer: Response) => answer.headers.get("content-type")?.startsWith("text/turtle") === true;
const isJson = (answer: Response) =>
  answer.headers.get("content-type")?.startsWith("application/ld+json") === true;

/** Ends a walk at a position whose document is gone. */
function endingWhereADocumentIsGone(): Spoil {
  let book: ProviderBook | undefined;
  return {
    host: (host) => {
      ({ book } = host.catalogue);
      return host;
    },
    async asks(request) {
      const after = new URL(request.url).searchParams.get("after");
      if (!offers(request) || after === null) return request;
      const documents = (await book?.list())?.flatMap(({ snapshot }) => snapshot?.documents ?? []) ?? [];
      const isThere = documents.some(({ digest }) => after.endsWith(digest));
      return isThere || !/[0-9a-f]{64}$/.test(after) ? request : refusal(404, "no-more-offers");
    },
  };
}

/** Takes what it should refuse with this code for the end of a walk. */
function mistaking(code: string): Spoil {
  return answering(offers, async (answer) => {
    const text = await answer.clone().text();
    return text.includes(`"${code}"`) ? refusal(404, "no-more-offers") : answer;
  });
}

export default [
  {
    breaks: "MPLI-CAT-032",
    fault: "shows its offers to its operator only",
    ...closed(offers),
    spreads: ["protocol", "discovery", "compatibility"],
  },
  {
    breaks: "MPLI-CAT-033",
    fault: "adds a statement of its own to each document",
    ...answering(offers, (answer) =>
      isTurtle(answer) && answer.ok
        ? withText(answer, (text) => `${text}\n<urn:kit:a> <urn:kit:b> <urn:kit:c> .\n`)
        : answer,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-033",
    fault: "shortens decimals in JSON-LD",
    ...answering(offers, (answer) =>
      isJson(answer) && answer.ok ? withText(answer, (text) => text.replaceAll('"0.10"', '"0.1"')) : answer,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-034",
    fault: "does not look at the class",
    ...hearingQuery(offers, (query) => query.delete("class")),
  },
  {
    breaks: "MPLI-CAT-034",
    fault: "keeps the classes of a manifest and not of its documents",
    ...showing((snapshot) => {
      const classes = [...new Set(snapshot.documents.flatMap((document) => document.classes))];
      return { ...snapshot, documents: snapshot.documents.map((document) => ({ ...document, classes })) };
    }),
  },
  {
    breaks: "MPLI-CAT-034",
    fault: "shows offers of wider classes too",
    ...showing((snapshot) => ({
      ...snapshot,
      documents: snapshot.documents.map((document) => ({
        ...document,
        classes: document.classes.flatMap((name) =>
          name === mpli.Database.value ? [name, mpli.RelationalDatabase.value] : [name],
        ),
      })),
    })),
  },
  {
    breaks: "MPLI-CAT-035",
    fault: "does not look at the provider",
    ...hearingQuery(offers, (query) => query.delete("provider")),
    spreads: ["discovery"],
  },
  {
    breaks: "MPLI-CAT-035",
    fault: "compares the beginning of the provider's DID",
    ...hearingQuery(offers, (query) => {
      const [, base] = /^(did:web:[^:]*):/.exec(query.get("provider") ?? "") ?? [];
      if (base) query.set("provider", base);
    }),
  },
  {
    breaks: "MPLI-CAT-036",
    fault: "links no page to the next",
    ...answering(offers, (answer) => withHeaders(answer, { Link: undefined })),
    spreads: ["discovery"],
  },
  {
    breaks: "MPLI-CAT-036",
    fault: "links the last page to the first",
    ...answering(offers, (answer, { url }) => {
      const first = new URL(url);
      first.searchParams.delete("after");
      const link = answer.headers.get("link") ?? `<${first.href}>; rel="next"`;
      return answer.ok ? withHeaders(answer, { Link: link }) : answer;
    }),
    spreads: ["discovery"],
  },
  {
    breaks: "MPLI-CAT-037",
    fault: "shows the first document of each provider",
    ...showing((snapshot) => ({ ...snapshot, documents: snapshot.documents.slice(0, 1) })),
    spreads: ["discovery"],
  },
  {
    breaks: "MPLI-CAT-037",
    fault: "ends a walk where the document of its position is gone",
    ...endingWhereADocumentIsGone(),
  },
  {
    breaks: "MPLI-CAT-038",
    fault: "shows an empty document where none is left",
    ...answering(offers, async (answer) =>
      answer.status === 404 ? new Response("", { headers: { "content-type": "text/turtle" } }) : answer,
    ),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-038",
    fault: "says that the offers are not there",
    ...refusing("no-more-offers", (problem) => (problem["code"] = "not-found")),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-039",
    fault: "takes an unknown class for one without offers",
    ...mistaking("unknown-class"),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-039",
    fault: "falls over names that every object has",
    ...answering(
      (request) => offers(request) && new URL(request.url).searchParams.get("class") === "constructor",
      (answer) => withStatus(answer, 500),
    ),
  },
  {
    breaks: "MPLI-CAT-040",
    fault: "starts over at a position that it cannot read",
    ...hearingQuery(offers, (query) => {
      if (!/~[0-9a-f]{64}$/.test(query.get("after") ?? "")) query.delete("after");
    }),
    spreads: ["protocol"],
  },
  {
    breaks: "MPLI-CAT-040",
    fault: "takes a position that it cannot read for the end",
    ...mistaking("malformed-parameter"),
    spreads: ["protocol", "compatibility"],
  },
] satisfies Mutant[];
