// Faults in telling the operator from everybody else.
import { type On, answering, hearingHeaders, on, withHeaders, withJson, withStatus } from "../faults.ts";
import type { Mutant, Spoil } from "../mutant.ts";
import { TOKEN } from "../stages.ts";

const check = on("/manifest/check", "POST");
const removal = on("/providers", "DELETE");
const right = { authorization: `Bearer ${TOKEN}` };

const tokenOf = (request: Request) => /^Bearer (\S+)$/i.exec(request.headers.get("authorization") ?? "")?.[1];
const presenting = (where: On, isTaken: (token: string) => boolean): Spoil =>
  hearingHeaders((request) => where(request) && isTaken(tokenOf(request) ?? ""), right);
const sameLetters = (token: string) => token.toLowerCase() === TOKEN.toLowerCase();

/** Takes the token from another field of the request as well. */
const finding = (find: (request: Request) => string | null | undefined): Spoil =>
  hearingHeaders((request) => check(request) && Boolean(find(request)?.includes(TOKEN)), right);

/** The form is no graph, so that finding the token in it shows in what is refused. */
const fromForms: Spoil = {
  asks: async (request) => {
    if (!check(request) || !(await request.clone().text()).includes("access_token=")) return request;
    return new Request(request, { headers: { ...Object.fromEntries(request.headers), ...right } });
  },
};

export default [
  {
    breaks: "MPLI-PROT-040",
    fault: "does not ask for a token",
    ...answering(check, (answer) =>
      answer.status === 401 ? withHeaders(answer, { "www-authenticate": undefined }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "asks for a password",
    stage: "catalogue",
    ...answering(removal, (answer) =>
      answer.status === 401 ? withHeaders(answer, { "www-authenticate": 'Basic realm="operator"' }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "forbids where a token would help",
    ...answering(check, (answer) =>
      answer.status === 401 ? new Response(answer.body, { status: 403, headers: answer.headers }) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "gives a code of its own to strangers",
    ...answering(check, (answer) =>
      answer.status === 401 ? withJson(answer, (problem) => (problem["code"] = "unauthorized")) : answer,
    ),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "lets everybody remove providers",
    stage: "catalogue",
    spreads: ["catalogue"],
    ...hearingHeaders(removal, right),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "takes any token",
    ...presenting(check, (token) => token !== ""),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "compares as far as the shorter token goes",
    ...presenting(check, (token) => token !== "" && (TOKEN.startsWith(token) || token.startsWith(TOKEN))),
  },
  {
    breaks: "MPLI-PROT-040",
    fault: "compares tokens without regard to case",
    ...presenting(check, sameLetters),
  },
  {
    breaks: "MPLI-PROT-041",
    fault: "asks for a token that nobody has",
    stage: "closed",
    ...answering(check, async (answer) =>
      withStatus(
        await withJson(answer, (problem) => {
          problem["code"] = "operator-only";
          problem["status"] = 401;
        }),
        401,
      ),
    ),
  },
  {
    breaks: "MPLI-PROT-041",
    fault: "takes the word for a missing value as its token",
    stage: "closed",
    spreads: ["discovery"],
    host: (host) => ({ ...host, discovery: { ...host.discovery, operatorToken: "undefined" } }),
  },
  {
    breaks: "MPLI-PROT-041",
    fault: "lets everybody register while it has no token",
    stage: "closed",
    spreads: ["catalogue"],
    host: (host) => ({ ...host, catalogue: { ...host.catalogue, operatorToken: TOKEN } }),
    ...hearingHeaders(on("/providers"), right),
  },
  {
    breaks: "MPLI-PROT-042",
    fault: "takes the token from the address",
    ...finding(({ url }) => new URL(url).searchParams.get("access_token")),
  },
  {
    breaks: "MPLI-PROT-042",
    fault: "takes the token from a cookie",
    ...finding(({ headers }) => headers.get("cookie")),
  },
  {
    breaks: "MPLI-PROT-042",
    fault: "takes the token from the field for proxies",
    ...finding(({ headers }) => headers.get("proxy-authorization")),
  },
  {
    breaks: "MPLI-PROT-042",
    fault: "takes the token from a field of its own",
    ...finding(({ headers }) => headers.get("x-api-key")),
  },
  {
    breaks: "MPLI-PROT-042",
    fault: "takes the token from a form",
    ...fromForms,
  },
] satisfies Mutant[];
