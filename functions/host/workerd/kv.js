// Workers KV for a self-hosted node: workerd turns a KV binding into HTTP requests; here they end in SQLite.
// Plain JavaScript because workerd embeds this file as it stands. Protocol: what workerd's kv.c++ sends.
import { DurableObject } from "cloudflare:workers";

/** Values are cut into rows: SQLite in workerd refuses rows of more than a few MiB, KV takes values of 25 MiB. */
const PIECE = 1 << 20;
const MAX_VALUE = 25 << 20;
const MAX_KEY_BYTES = 512;
const MAX_LIST = 1000;
const encoder = new TextEncoder();
const refuse = (status, reason) => new Response(reason, { status, statusText: reason });
const seconds = () => Math.floor(Date.now() / 1000);

export default {
  fetch: (request, env) => env.STORE.getByName("namespace").fetch(request),
};

/** One KV namespace. Unlike Cloudflare's it is consistent at once, which breaks no one who expects less. */
export class KvStore extends DurableObject {
  constructor(ctx, env) {
    super(ctx, env);
    this.sql = ctx.storage.sql;
    this.sql.exec(`
      CREATE TABLE IF NOT EXISTS entry(key TEXT PRIMARY KEY, metadata TEXT, expiration INTEGER) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS piece(key TEXT, part INTEGER, bytes BLOB NOT NULL, PRIMARY KEY (key, part));
      CREATE INDEX IF NOT EXISTS expiring ON entry(expiration) WHERE expiration IS NOT NULL`);
  }

  async fetch(request) {
    const { pathname, searchParams: query } = new URL(request.url);
    const name = pathname.slice(1);
    if (request.method === "POST" && name === "bulk/get") return this.getMany(await request.json());
    if (request.method === "GET" && name === "") return this.list(query);
    const key = query.get("urlencoded") === "true" ? decodeURIComponent(name) : name;
    if (encoder.encode(key).length > MAX_KEY_BYTES) return refuse(414, "Key is longer than 512 bytes");
    if (request.method === "GET") return this.get(key);
    if (request.method === "PUT") return this.put(key, request, query);
    if (request.method === "DELETE") return this.delete(key);
    return refuse(405, "Method Not Allowed");
  }

  read(key) {
    const live =
      "SELECT metadata, expiration FROM entry WHERE key = ? AND (expiration IS NULL OR expiration > ?)";
    const [entry] = this.sql.exec(live, key, seconds());
    if (!entry) return undefined;
    const pieces = this.sql.exec("SELECT bytes FROM piece WHERE key = ? ORDER BY part", key).toArray();
    return { ...entry, value: new Blob(pieces.map(({ bytes }) => bytes)) };
  }

  get(key) {
    const entry = this.read(key);
    if (!entry) return refuse(404, "Not Found");
    const headers = new Headers();
    if (entry.metadata !== null) headers.set("CF-KV-Metadata", entry.metadata);
    if (entry.expiration !== null) headers.set("CF-Expiration", String(entry.expiration));
    return new Response(entry.value, { headers });
  }

  async getMany({ keys, type, withMetadata }) {
    const found = {};
    for (const key of keys) {
      const entry = this.read(key);
      const text = await entry?.value.text();
      const value = text === undefined ? null : type === "json" ? JSON.parse(text) : text;
      found[key] =
        withMetadata && entry ? { value, metadata: entry.metadata && JSON.parse(entry.metadata) } : value;
    }
    return Response.json(found);
  }

  async put(key, request, query) {
    const value = await request.arrayBuffer();
    if (value.byteLength > MAX_VALUE) return refuse(413, "Value is longer than 25 MiB");
    const ttl = query.get("expiration_ttl");
    const expiration = ttl
      ? seconds() + Number(ttl)
      : query.get("expiration") && Number(query.get("expiration"));
    if (Number.isNaN(expiration)) return refuse(400, "Invalid expiration");
    this.ctx.storage.transactionSync(() => {
      this.forget("expiration <= ?", seconds());
      this.forget("key = ?", key);
      this.sql.exec(
        "INSERT INTO entry VALUES (?, ?, ?)",
        key,
        request.headers.get("CF-KV-Metadata"),
        expiration,
      );
      for (let from = 0; from < value.byteLength; from += PIECE)
        this.sql.exec(
          "INSERT INTO piece VALUES (?, ?, ?)",
          key,
          from / PIECE,
          value.slice(from, from + PIECE),
        );
    });
    return new Response();
  }

  delete(key) {
    this.ctx.storage.transactionSync(() => this.forget("key = ?", key));
    return new Response();
  }

  /** Drops entries; `which` is one of the conditions written in this file. */
  forget(which, parameter) {
    this.sql.exec(`DELETE FROM piece WHERE key IN (SELECT key FROM entry WHERE ${which})`, parameter);
    this.sql.exec(`DELETE FROM entry WHERE ${which}`, parameter);
  }

  list(query) {
    const prefix = query.get("prefix") ?? "";
    const limit = Math.min(Number(query.get("key_count_limit") ?? MAX_LIST), MAX_LIST);
    if (!(limit >= 1)) return refuse(400, "Invalid key_count_limit");
    const after = query.get("cursor") ? decodeURIComponent(atob(query.get("cursor"))) : "";
    // No character sorts after U+10FFFF, so the range holds the prefix and nothing else.
    const page = `SELECT key, metadata, expiration FROM entry WHERE key > ? AND key >= ? AND key < ? || char(0x10FFFF)
      AND (expiration IS NULL OR expiration > ?) ORDER BY key LIMIT ?`;
    const rows = this.sql.exec(page, after, prefix, prefix, seconds(), limit + 1).toArray();
    const keys = rows.slice(0, limit).map(({ key, metadata, expiration }) => ({
      name: key,
      ...(expiration !== null && { expiration }),
      // As JSON text: workerd parses it.
      ...(metadata !== null && { metadata }),
    }));
    if (rows.length <= limit) return Response.json({ keys, list_complete: true, cacheStatus: null });
    const cursor = btoa(encodeURIComponent(keys.at(-1).name));
    return Response.json({ keys, list_complete: false, cursor, cacheStatus: null });
  }
}
