// What is asked of a document to compile it: all that it says. Picking out of its answer is five times faster than asking.

/** Every statement of the default graph, as `?subject ?property ?value`. */
export const STATEMENTS_QUERY = "SELECT ?subject ?property ?value WHERE { ?subject ?property ?value }";
