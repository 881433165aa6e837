// Faults in the guard on fetches: in where they lead, in how long they last, and in what goes along with them.
import { following, registering } from "../catalogues.ts";
import { fetching, withHeaders } from "../faults.ts";
import type { Mutant, Room, Spoil } from "../mutant.ts";
import { TOKEN } from "../stages.ts";

const EVERYWHERE: readonly Room[] = ["protocol", "discovery", "compatibility", "testing"];
const isPrivate = ({ hostname }: URL) => /^(0\.|10\.|169\.254\.|\[)/.test(hostname);

/** Sends back what it was given to keep. */
function keepingCookies(): Spoil {
  const jar = new Map<string, string>();
  return fetching(async (request, wire) => {
    const { origin } = new URL(request.url);
    const headers = new Headers(request.headers);
    if (jar.has(origin)) headers.set("cookie", jar.get(origin) ?? "");
    const answer = await wire(new Request(request, { headers }));
    const [cookie] = (answer.headers.get("set-cookie") ?? "").split(";");
    if (cookie) jar.set(origin, cookie);
    return answer;
  });
}

const withToken = (request: Request, authorization = `Bearer ${TOKEN}`) => {
  const headers = new Headers(request.headers);
  headers.set("authorization", authorization);
  return new Request(request, { headers });
};

export default [
  {
    breaks: "MPLI-CAT-017",
    fault: "registers nodes over plain http",
    stage: "public",
    ...registering((url) => url.startsWith("http:")),
  },
  {
    breaks: "MPLI-CAT-017",
    fault: "looks for a host and not at the scheme",
    ...registering((url) => /^(ftp|ws|gopher):/.test(url)),
  },
  {
    breaks: "MPLI-CAT-017",
    fault: "follows a redirect to plain http",
    stage: "public",
    ...following(({ protocol, hostname }) => protocol === "http:" && hostname.endsWith(".example")),
  },
  {
    breaks: "MPLI-CAT-018",
    fault: "looks at addresses of IPv4 only",
    ...registering((url) => url.includes("//[")),
  },
  {
    breaks: "MPLI-CAT-018",
    fault: "forgets the network of the carriers",
    ...registering((url) => url.includes("//100.64.")),
  },
  {
    breaks: "MPLI-CAT-018",
    fault: "does not see through another spelling of an address",
    ...registering((url) => /\/\/(\d{6,}|0x)/.test(url)),
  },
  {
    breaks: "MPLI-CAT-018",
    fault: "takes an address of IPv4 within one of IPv6 for public",
    ...registering((url) => url.includes("[::ffff:")),
  },
  {
    breaks: "MPLI-CAT-018",
    fault: "registers loopback addresses in production",
    stage: "public",
    host: (host) => ({ ...host, catalogue: { ...host.catalogue, permissions: { loopback: true } } }),
  },
  {
    breaks: "MPLI-CAT-018",
    fault: "follows a redirect to its own machine in production",
    stage: "public",
    ...following(({ hostname }) => /^(127\.|localhost|\[::1\])/.test(hostname)),
  },
  {
    breaks: "MPLI-CAT-019",
    fault: "leaves redirects to its client",
    ...following((_, hops) => hops <= 20),
  },
  {
    breaks: "MPLI-CAT-019",
    fault: "checks the scheme of a redirect and not its host",
    ...following((target, hops) => hops <= 3 && isPrivate(target)),
  },
  {
    breaks: "MPLI-CAT-019",
    fault: "checks the first redirect only",
    ...following((target, hops) => hops === 2 || target.pathname === "/kit/halfway"),
  },
  {
    breaks: "MPLI-CAT-020",
    fault: "follows redirects without counting them",
    spreads: ["trust", "presentations"],
    ...following((target) => !isPrivate(target)),
  },
  {
    breaks: "MPLI-CAT-020",
    fault: "reads a body to its end",
    harvests: (sound) => (origin, previous, ports) =>
      sound(origin, previous, {
        ...ports,
        fetch: (url, options) => ports.fetch(url, { ...options, limit: Number.POSITIVE_INFINITY }),
      }),
  },
  {
    breaks: "MPLI-CAT-021",
    fault: "sends its operator's token to everybody",
    ...fetching((request, wire) => wire(withToken(request))),
    spreads: EVERYWHERE,
  },
  { breaks: "MPLI-CAT-021", fault: "keeps cookies", ...keepingCookies(), spreads: EVERYWHERE },
  {
    breaks: "MPLI-CAT-021",
    fault: "answers a challenge with its token",
    ...fetching(async (request, wire) => {
      const answer = await wire(request.clone());
      return answer.headers.has("www-authenticate") ? wire(withToken(request)) : answer;
    }),
  },
  {
    breaks: "MPLI-CAT-021",
    fault: "makes credentials of the address of a redirect",
    ...fetching(async (request, wire) => {
      const answer = await wire(request.clone());
      const target = URL.parse(answer.headers.get("location") ?? "");
      if (!target?.username) return answer;
      const basic = `Basic ${btoa(`${target.username}:${target.password}`)}`;
      Object.assign(target, { username: "", password: "" });
      await wire(withToken(new Request(target, { headers: request.headers }), basic));
      return withHeaders(answer, { location: target.href });
    }),
  },
] satisfies Mutant[];
