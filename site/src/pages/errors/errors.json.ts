// The error codes for programs, as schemas/openapi/errors.json is.
import type { APIRoute } from "astro";
import text from "../../../../schemas/openapi/errors.json?raw";

export const GET: APIRoute = () => new Response(text, { headers: { "Content-Type": "application/json" } });
