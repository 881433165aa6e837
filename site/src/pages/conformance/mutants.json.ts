// /conformance/mutants.json: the mutants as data.
import { mutantsText } from "../../conformance/mutants.ts";

export const GET = () => new Response(mutantsText, { headers: { "Content-Type": "application/json" } });
