// Answers for machines; on the deployed site public/_headers says the same.

export function turtle(text: string): Response {
  return new Response(text, { headers: { "Content-Type": "text/turtle; charset=utf-8" } });
}
