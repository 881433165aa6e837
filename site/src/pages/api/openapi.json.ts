// The API description for programs, as schemas/openapi/openapi.json is.
import type { APIRoute } from "astro";
import text from "../../../../schemas/openapi/openapi.json?raw";

export const GET: APIRoute = () => new Response(text, { headers: { "Content-Type": "application/json" } });
