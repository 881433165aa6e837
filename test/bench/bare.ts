// What the manifest is measured against: the least that a Hono app on workerd can do.
import { Hono } from "hono";

const app = new Hono();
app.get("/json", (c) => c.json({ ok: true }));
export default app;
