// Faults in what a node's answers give away, and in what its pages make of text.
import { type On, answering, on, refusal, withHeaders, withJson, withText } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";

const manifest = on("/manifest", "GET");
const check = on("/manifest/check", "POST");
const preflight: On = ({ method }) => method === "OPTIONS";
const authorization = ({ headers }: Request) => headers.get("authorization") ?? "";
const CREDENTIALS = { "access-control-allow-credentials": "true" };

/** Writes its page for people otherwise. */
const page = (change: (html: string, request: Request) => string): Spoil =>
  answering(manifest, (answer, request) =>
    /html/.test(answer.headers.get("content-type") ?? "")
      ? withText(answer, (html) => change(html, request))
      : answer,
  );
const unescaped = (text: string) =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"');
const heading = (html: string) => /<h1>(.*?)<\/h1>/s.exec(html)?.[1] ?? "";

/** The homepage that was last published at each origin, and a page that links to it. */
const homepages = new Map<string, string>();
const linking = (isLinked: (homepage: string) => boolean): Spoil => ({
  asks: async (request) => {
    const found =
      request.method === "PUT" ? /"homepage":"([^"]*)"/.exec(await request.clone().text())?.[1] : undefined;
    if (found) homepages.set(new URL(request.url).origin, found);
    return request;
  },
  ...page((html, { url }) => {
    const homepage = homepages.get(new URL(url).origin) ?? "";
    return isLinked(homepage) ? html.replace("</h1>", `</h1><a href="${homepage}">Homepage</a>`) : html;
  }),
});

export default [
  {
    breaks: "MPLI-SEC-001",
    fault: "quotes the token that it refuses",
    ...answering(check, (answer, request) =>
      answer.status === 401
        ? withJson(
            answer,
            (problem) => (problem["detail"] = `${authorization(request)} is not the operator's`),
          )
        : answer,
    ),
  },
  {
    breaks: "MPLI-SEC-001",
    fault: "sends the token back in the field that asks for one",
    ...answering(check, (answer, request) =>
      answer.status === 401
        ? withHeaders(answer, { "www-authenticate": `Bearer error="${authorization(request).slice(7)}"` })
        : answer,
    ),
  },
  {
    breaks: "MPLI-SEC-001",
    fault: "shows the operator the request that it could not carry out",
    ...answering(check, (answer, request) =>
      answer.ok || answer.status === 401
        ? answer
        : withJson(answer, (problem) => (problem["request"] = Object.fromEntries(request.headers))),
    ),
  },
  {
    breaks: "MPLI-SEC-001",
    fault: "echoes the fields of a request to a reader",
    ...answering(manifest, (answer, request) =>
      withHeaders(answer, {
        "x-request": [...request.headers].map(([name, value]) => `${name}: ${value}`).join("; "),
      }),
    ),
  },
  {
    breaks: "MPLI-SEC-002",
    fault: "lets browsers send what they have stored",
    ...answering(preflight, (answer) => {
      const { headers } = withHeaders(answer, CREDENTIALS);
      return new Response(null, { status: answer.status, headers });
    }),
  },
  {
    breaks: "MPLI-SEC-002",
    fault: "lets pages read refusals with what browsers have stored",
    ...answering(check, (answer) => (answer.ok ? answer : withHeaders(answer, CREDENTIALS))),
  },
  {
    breaks: "MPLI-SEC-003",
    fault: "writes names into its page as they are",
    ...page(unescaped),
  },
  {
    breaks: "MPLI-SEC-003",
    fault: "writes the title of its page as it is",
    ...page((html) =>
      html.replace(/(<title>)(.*?)(<\/title>)/s, (_, open, name, close) => open + unescaped(name) + close),
    ),
  },
  {
    breaks: "MPLI-SEC-003",
    fault: "does not escape quotes in an attribute",
    ...page((html) =>
      html.replace(
        "<meta ",
        `<meta name="author" content="${heading(html).replaceAll("&quot;", '"')}"><meta `,
      ),
    ),
  },
  {
    breaks: "MPLI-SEC-003",
    fault: "escapes brackets and no ampersands",
    ...page((html) => html.replaceAll("&amp;", "&")),
  },
  {
    breaks: "MPLI-SEC-004",
    fault: "links to a homepage whatever its scheme",
    ...linking(() => true),
  },
  {
    breaks: "MPLI-SEC-004",
    fault: "knows scripts in small letters only",
    ...linking((homepage) => !/^(javascript|data|vbscript):/.test(homepage)),
  },
  {
    breaks: "MPLI-SEC-004",
    fault: "links to the DID of the provider",
    ...page((html) => html.replace(/<code>(did:[^<]*)<\/code>/, '<a href="$1">$1</a>')),
  },
  {
    breaks: "MPLI-PRIV-004",
    fault: "begins a session with whoever reads its page",
    ...page((html) => html),
    ...answering(manifest, (answer) =>
      /html/.test(answer.headers.get("content-type") ?? "")
        ? withHeaders(answer, { "set-cookie": "session=1; HttpOnly" })
        : answer,
    ),
  },
  {
    breaks: "MPLI-PRIV-004",
    fault: "remembers who was refused",
    ...answering(check, (answer) =>
      answer.ok ? answer : withHeaders(answer, { "set-cookie": "visitor=1" }),
    ),
  },
  {
    breaks: "MPLI-PRIV-004",
    fault: "counts its customers",
    ...answering(on("/matches", "POST"), (answer) =>
      answer.ok ? withHeaders(answer, { "set-cookie": "customer=1" }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "says of its check that there is none, to strangers",
    ...answering(check, (answer) => (answer.status === 401 ? refusal(404, "not-found") : answer)),
  },
] satisfies Mutant[];
