// A Turtle file, asked by subject and predicate.
import { Parser, Store } from "n3";

const RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

export interface Graph {
  /** Subjects of this type. */
  typed(type: string): string[];
  value(subject: string, predicate: string): string | undefined;
  values(subject: string, predicate: string): string[];
  /** Members of the RDF collection that is the value. */
  list(subject: string, predicate: string): string[];
}

export function readTurtle(text: string): Graph {
  const store = new Store(new Parser().parse(text));
  const lists = store.extractLists({ ignoreErrors: true });
  const bySubject = Map.groupBy(store.getQuads(null, null, null, null), ({ subject }) => subject.value);
  const objects = (subject: string, predicate: string) =>
    (bySubject.get(subject) ?? [])
      .filter((quad) => quad.predicate.value === predicate)
      .map(({ object }) => object);
  return {
    typed: (type) => store.getSubjects(`${RDF}type`, type, null).map(({ value }) => value),
    value: (subject, predicate) => objects(subject, predicate)[0]?.value,
    values: (subject, predicate) => objects(subject, predicate).map(({ value }) => value),
    list: (subject, predicate) => {
      const [head] = objects(subject, predicate);
      return (head ? lists[head.value] : undefined)?.map(({ value }) => value) ?? [];
    },
  };
}
