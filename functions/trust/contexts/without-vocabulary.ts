// A context that gives a meaning to every word is read for the words that it defines, and for no others.

type Definition = string | { readonly "@id"?: string; readonly [member: string]: unknown } | null;
interface Context {
  readonly "@context": { readonly "@vocab": string; readonly [term: string]: Definition };
}

/**
 * A context without its `@vocab` (JSON-LD 1.1 §4.1.2), under which a misspelt word would be a new term: the terms that it
 * defines mean what they did, and all others are undefined. Contexts of single terms must not have one.
 */
export function withoutVocabulary({ "@context": context }: Context): object {
  const { "@vocab": vocabulary, ...terms } = context;
  const whole = (id: string) => (/[:@]/.test(id) ? id : vocabulary + id);
  const defined = Object.entries(terms).map(([name, term]): [string, Definition] => {
    if (term === null || typeof term === "string") return [name, term && whole(term)];
    return [name, term["@id"] === undefined ? term : { ...term, "@id": whole(term["@id"]) }];
  });
  return { "@context": Object.fromEntries(defined) };
}
