// Texts as people can look them over: what is in a token instead of the token, and nothing that goes on for ever.

/** A compact JWS, with what may follow it in an SD-JWT. */
const TOKEN = /\beyJ[\w-]{8,}\.[\w-]*\.[\w-]*(?:~[\w.~-]*)?/g;
/** Signatures, keys and lists: nobody reads them. */
const BLOB = /[\w+/=-]{100,}/g;
const PAYLOAD = 400;

/** Header and payload of the tokens in a text are shown, and the middle of what is longer than `most` characters is left out. */
export function shortened(text: string, most: number): string {
  const told = text.replace(TOKEN, showing).replace(BLOB, (blob) => `${blob.slice(0, 24)}…(${blob.length})`);
  return told.length > most ? withoutMiddle(told, most) : told;
}

function showing(token: string): string {
  const [header = "", payload = "", rest = ""] = token.split(".");
  const disclosures = rest.split("~").length - 1;
  const more = disclosures > 0 ? ` and ${disclosures} parts behind it` : "";
  return `⟨token ${decoded(header)} . ${withoutMiddle(decoded(payload), PAYLOAD)}${more}⟩`;
}

const decoded = (part: string) => Buffer.from(part, "base64url").toString();

/** The end of a text tells as much as its beginning. */
function withoutMiddle(text: string, most: number): string {
  if (text.length <= most) return text;
  const [head, tail] = [Math.ceil(most * 0.7), Math.floor(most * 0.3)];
  return `${text.slice(0, head).toWellFormed()} … ${text.slice(-tail).toWellFormed()}`;
}
