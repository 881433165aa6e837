// The guard on fetches: which addresses may be asked, where redirects may lead, how much and how long is read.
import { describe, expect, it, test } from "vitest";
import { guardedFetch, permitted } from "../../functions/edge/guard.ts";

const PUBLIC = { loopback: false };
const LOCAL = { loopback: true };

describe("an address is permitted", () => {
  test.each([
    "https://cloud.example",
    "https://cloud.example:8443/path",
    "https://sub.cloud.example./",
    "https://xn--mnchen-3ya.example",
    "https://8.8.8.8",
    "https://[2606:4700::1111]",
    "https://localhost.example",
    "https://internal.example",
    "https://local.cloud.example",
    "https://mylocal.example",
    "https://127.0.0.1.example",
  ])("%s", (url) => {
    expect(permitted(url, PUBLIC).ok).toBe(true);
  });
});

describe("an address is refused", () => {
  test.each([
    ["that is no URL", "cloud.example", "not a URL"],
    ["without a host", "https://", "not a URL"],
    ["over plain http", "http://cloud.example", "only https"],
    ["of a file", "file:///etc/passwd", "only https"],
    ["of inline content", "data:text/turtle,", "only https"],
    ["with a user name", "https://user@cloud.example", "the URL carries credentials"],
    ["with a password", "https://:secret@cloud.example", "the URL carries credentials"],
    ["whose credentials look like a host", "https://cloud.example@127.0.0.1", "the URL carries credentials"],
    ["of one label", "https://intranet", "not a public name"],
    ["of one label and the root's dot", "https://intranet./", "not a public name"],
    ["of a network at home", "https://printer.local", "not a public name"],
    ["of a metadata service", "https://metadata.google.internal./", "not a public name"],
    ["of a network at home by its own suffix", "https://router.home.arpa", "not a public name"],
    ["of a company's network", "https://wiki.corp", "not a public name"],
    ["of this machine", "https://localhost", "not a public address"],
    ["of this machine in capitals", "https://LOCALHOST", "not a public address"],
    ["of this machine, escaped", "https://%6c%6fcalhost", "not a public address"],
    ["of this machine and the root's dot", "https://localhost./", "not a public address"],
    ["of this machine and more dots than one", "https://localhost../", "not a public address"],
    ["below this machine", "https://a.localhost", "not a public address"],
    ["below this machine and the root's dot", "https://a.localhost./", "not a public address"],
    ["of loopback", "https://127.0.0.1", "not a public address"],
    ["of loopback and the root's dot", "https://127.0.0.1./", "not a public address"],
    ["of all of loopback", "https://127.255.255.254", "not a public address"],
    ["of loopback in decimal", "https://2130706433", "not a public address"],
    ["of loopback in octal", "https://0177.0.0.1", "not a public address"],
    ["of loopback in hexadecimal", "https://0x7f000001", "not a public address"],
    ["of loopback, shortened", "https://127.1", "not a public address"],
    ["of loopback in circled digits", "https://①②⑦.0.0.1", "not a public address"],
    ["of nowhere", "https://0.0.0.0", "not a public address"],
    ["of nowhere, shortened", "https://0", "not a public address"],
    ["of the metadata service", "https://169.254.169.254/latest/meta-data/", "not a public address"],
    ["of the metadata service in decimal", "https://2852039166", "not a public address"],
    ["of network 10", "https://10.0.0.1", "not a public address"],
    ["of network 172.16", "https://172.31.255.255", "not a public address"],
    ["of network 192.168", "https://192.168.1.1", "not a public address"],
    ["of carrier-grade NAT", "https://100.64.0.1", "not a public address"],
    ["of benchmarks", "https://198.18.0.1", "not a public address"],
    ["of documentation", "https://192.0.2.1", "not a public address"],
    ["of many", "https://224.0.0.1", "not a public address"],
    ["of everybody", "https://255.255.255.255", "not a public address"],
    ["of the future", "https://240.0.0.1", "not a public address"],
    ["of loopback in IPv6", "https://[::1]", "not a public address"],
    ["of nowhere in IPv6", "https://[::]", "not a public address"],
    ["of loopback mapped into IPv6", "https://[::ffff:127.0.0.1]", "not a public address"],
    ["of a private network mapped into IPv6", "https://[::ffff:a00:1]", "not a public address"],
    ["of loopback compatible with IPv6", "https://[::127.0.0.1]", "not a public address"],
    ["of loopback translated into IPv6", "https://[::ffff:0:127.0.0.1]", "not a public address"],
    ["of loopback behind NAT64", "https://[64:ff9b::127.0.0.1]", "not a public address"],
    ["of loopback behind 6to4", "https://[2002:7f00:1::]", "not a public address"],
    ["of a link in IPv6", "https://[fe80::1]", "not a public address"],
    ["of a site in IPv6", "https://[fec0::1]", "not a public address"],
    ["of a private network in IPv6", "https://[fd00::1]", "not a public address"],
    ["of documentation in IPv6", "https://[2001:db8::1]", "not a public address"],
    ["of many in IPv6", "https://[ff02::1]", "not a public address"],
    ["that nobody was given in IPv6", "https://[4000::1]", "not a public address"],
  ])("%s: %s", (_, url, reason) => {
    expect(permitted(url, PUBLIC)).toMatchObject({
      ok: false,
      refusal: { code: "address-not-permitted", reason },
    });
  });
});

describe("the setting for one machine", () => {
  test.each([
    "http://localhost:8080",
    "http://localhost.:8080",
    "http://a.localhost",
    "http://127.0.0.1:1",
    "http://[::1]:8080",
    "https://localhost",
    "https://cloud.example",
  ])("permits %s", (url) => {
    expect(permitted(url, LOCAL).ok).toBe(true);
  });

  test.each([
    "http://cloud.example",
    "http://10.0.0.1",
    "https://10.0.0.1",
    "http://169.254.169.254",
    "https://169.254.169.254",
    "http://0.0.0.0:8080",
    "ftp://localhost",
    "http://user@localhost",
    "http://localhost.example",
  ])("does not permit %s", (url) => {
    expect(permitted(url, LOCAL).ok).toBe(false);
  });
});

const OPTIONS = { accept: "text/turtle", limit: 100 };
const redirect = (location: string, status = 302) => new Response(null, { status, headers: { location } });

/** Rejects when the request is given up. */
function aborted({ signal }: RequestInit): Promise<never> {
  return new Promise((_, reject) => {
    const stop = () => reject(signal?.reason);
    if (signal?.aborted) stop();
    signal?.addEventListener("abort", stop);
  });
}

/** A fetch that answers by URL, and the URLs that it was asked. */
function stub(answers: Record<string, (init: RequestInit) => Response | Promise<Response>>, seconds = 10) {
  const asked: string[] = [];
  const fetcher = (async (input: URL, init: RequestInit) => {
    asked.push(String(input));
    const answer = answers[String(input)];
    if (!answer) throw new TypeError("no connection");
    return Promise.race([answer(init), aborted(init)]);
  }) as typeof fetch;
  return { asked, fetch: guardedFetch(fetcher, PUBLIC, seconds) };
}

describe("a guarded fetch", () => {
  it("hands back the status, the text, the media type and the entity tag", async () => {
    const headers = { "Content-Type": "text/turtle", ETag: '"x"' };
    const { fetch } = stub({ "https://a.example/": () => new Response("text", { status: 203, headers }) });
    expect(await fetch("https://a.example/", OPTIONS)).toEqual({
      ok: true,
      value: { status: 203, text: "text", contentType: "text/turtle", etag: '"x"' },
    });
  });

  it("says what it wants, has no credentials, and follows redirects itself", async () => {
    let sent: RequestInit = {};
    const { fetch } = stub({
      "https://a.example/": (init) => ((sent = init), new Response(null, { status: 304 })),
    });
    await fetch("https://a.example/", { ...OPTIONS, ifNoneMatch: '"x"' });
    const names = [...new Headers(sent.headers).keys()].sort();
    expect(names).toEqual(["accept", "if-none-match", "user-agent"]);
    expect(sent.redirect).toBe("manual");
  });

  it("sends a body once, to the address that was named", async () => {
    let sent: RequestInit = {};
    const post = { contentType: "application/vp+jwt", body: "a.b.c" };
    const { fetch, asked } = stub({
      "https://a.example/": (init) => (
        (sent = init), new Response("later", { status: 503, headers: { "Retry-After": "7" } })
      ),
      "https://b.example/": () => redirect("https://a.example/", 307),
    });
    expect(await fetch("https://a.example/", { ...OPTIONS, post })).toMatchObject({
      value: { status: 503, text: "later", retryAfter: "7" },
    });
    expect([sent.method, sent.body, sent.redirect]).toEqual(["POST", "a.b.c", "manual"]);
    expect(new Headers(sent.headers).get("content-type")).toBe("application/vp+jwt");
    expect(await fetch("https://b.example/", { ...OPTIONS, post, redirects: 3 })).toMatchObject({
      refusal: { code: "too-many-redirects" },
    });
    expect(await fetch("https://10.0.0.1/", { ...OPTIONS, post })).toMatchObject({
      refusal: { code: "address-not-permitted" },
    });
    expect(asked).toEqual(["https://a.example/", "https://b.example/"]);
  });

  it("follows a redirect, also a relative one", async () => {
    const { fetch, asked } = stub({
      "https://a.example/one": () => redirect("/two", 301),
      "https://a.example/two": () => redirect("https://b.example/three", 308),
      "https://b.example/three": () => new Response("there"),
    });
    expect(await fetch("https://a.example/one", OPTIONS)).toMatchObject({
      ok: true,
      value: { text: "there" },
    });
    expect(asked).toHaveLength(3);
  });

  test.each([
    ["loopback", "http://127.0.0.1/"],
    ["the metadata service", "https://169.254.169.254/"],
    ["plain http", "http://b.example/"],
    ["a file", "file:///etc/passwd"],
    ["an address with credentials", "https://user:secret@b.example/"],
    ["this machine, without its scheme", "//localhost/"],
  ])("does not follow a redirect to %s", async (_, location) => {
    const { fetch, asked } = stub({ "https://a.example/": () => redirect(location) });
    expect(await fetch("https://a.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "address-not-permitted" },
    });
    expect(asked).toEqual(["https://a.example/"]);
  });

  it("gives up a redirect that leads nowhere", async () => {
    const { fetch } = stub({ "https://a.example/": () => redirect("https://[") });
    expect(await fetch("https://a.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "unreachable" },
    });
  });

  it("gives up after three redirects, of a circle too", async () => {
    const { fetch, asked } = stub({
      "https://a.example/": () => redirect("https://b.example/"),
      "https://b.example/": () => redirect("https://a.example/"),
    });
    expect(await fetch("https://a.example/", OPTIONS)).toEqual({
      ok: false,
      refusal: { code: "too-many-redirects", url: "https://a.example/" },
    });
    expect(asked).toHaveLength(4);
  });

  it("does not even ask an address that is not permitted", async () => {
    const { fetch, asked } = stub({});
    expect(await fetch("https://10.0.0.1/", OPTIONS)).toMatchObject({ ok: false });
    expect(asked).toEqual([]);
  });

  it("reads as much as the limit, and stops a body that goes on", async () => {
    let sent = 0;
    let stopped = false;
    const endless = () =>
      new Response(
        new ReadableStream({
          pull: (controller) => (sent++, controller.enqueue(new Uint8Array(50))),
          cancel: () => void (stopped = true),
        }),
      );
    const { fetch } = stub({
      "https://a.example/": () => new Response("x".repeat(100)),
      "https://b.example/": endless,
    });
    expect((await fetch("https://a.example/", OPTIONS)).ok).toBe(true);
    expect(await fetch("https://b.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "body-too-large", limit: 100 },
    });
    expect(sent).toBeLessThan(10);
    expect(stopped).toBe(true);
  });

  const never = () => new Promise<never>(() => {});

  it("gives up a server that does not answer", async () => {
    const { fetch } = stub({ "https://a.example/": never }, 0.1);
    expect(await fetch("https://a.example/", OPTIONS)).toEqual({
      ok: false,
      refusal: { code: "too-slow", url: "https://a.example/", seconds: 0.1 },
    });
  });

  it("gives up a body that trickles", async () => {
    const { fetch } = stub(
      {
        "https://a.example/": (init) =>
          new Response(
            new ReadableStream({
              start: (controller) => void aborted(init).catch((e) => controller.error(e)),
            }),
          ),
      },
      0.1,
    );
    expect(await fetch("https://a.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "too-slow" },
    });
  });

  it("counts the time of all redirects together", async () => {
    const slowly = (location: string) => async () => {
      await new Promise((resolve) => setTimeout(resolve, 70));
      return redirect(location);
    };
    const { fetch, asked } = stub(
      {
        "https://a.example/": slowly("https://b.example/"),
        "https://b.example/": slowly("https://c.example/"),
        "https://c.example/": () => new Response("in the end"),
      },
      0.1,
    );
    expect(await fetch("https://a.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "too-slow" },
    });
    expect(asked).not.toContain("https://c.example/");
  });

  it("tells a connection that breaks off from bad UTF-8", async () => {
    const { fetch } = stub({
      "https://a.example/": () =>
        new Response(
          new ReadableStream({ start: (controller) => controller.error(new TypeError("terminated")) }),
        ),
      "https://b.example/": () => new Response(Uint8Array.of(0xff)),
      "https://c.example/": () => Promise.reject(new Error("x".repeat(1000))),
    });
    expect(await fetch("https://a.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "unreachable" },
    });
    expect(await fetch("https://b.example/", OPTIONS)).toMatchObject({
      ok: false,
      refusal: { code: "not-utf-8" },
    });
    const outcome = await fetch("https://c.example/", OPTIONS);
    expect(!outcome.ok && outcome.refusal.code === "unreachable" && outcome.refusal.reason).toHaveLength(200);
  });
});
