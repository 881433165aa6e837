import { defineCase } from "../../case.ts";

export default defineCase({
  title: "The entity tag stays strong for a client that takes compressed answers",
  requirements: ["MPLI-DISC-018@c171bedc"],
  role: "provider",
  feature: "core",
  expects: "accept",
  hunts: "a proxy or a middleware that weakens entity tags when it compresses",
  since: "0.1",
  async run(t) {
    const { head, pages } = await t.manifest();
    for (const { url, answer } of [head, ...pages.slice(0, 1)]) {
      const digest = t.header(answer, "ETag").slice(1, 65);
      const compressed = await t.get(url, { accept: "text/turtle", "accept-encoding": "gzip, br" });
      t.status(compressed, 200);
      t.header(compressed, "ETag", new RegExp(`^"${digest}\\.[^"]+"$`));
    }
  },
});
