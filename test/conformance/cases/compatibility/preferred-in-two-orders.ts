import { defineCase } from "../../case.ts";
import { iri } from "../../graph.ts";
import { RARE, componentsOf, expectUnreadable, send } from "../../steps/demands.ts";

const turtle = (...lists: readonly string[]) => `[] a <${iri("mpli:Demand")}> ;
  ${lists.map((list) => `<${iri("mpli:prefer")}> ${list} ;`).join("\n  ")}
  <${iri("mpli:component")}> [ <${iri("mpli:serviceClass")}> <${iri(`mpli:${RARE}`)}> ] .
`;

export default defineCase({
  title: "Two orders of preference in one demand are refused, as is one whose order cannot be told",
  requirements: ["MPLI-COMP-007@666380df"],
  role: "node",
  feature: "matching",
  expects: "refuse",
  hunts: "reading one of the two lists, whichever comes first",
  since: "0.1",
  async run(t) {
    const asTurtle = { "content-type": "text/turtle" };
    componentsOf(t, await send(t, turtle('( "cheapest" "greenest" )'), asTurtle));
    for (const lists of [
      ['( "cheapest" )', '( "greenest" )'],
      ['( "cheapest" "greenest" )', '( "greenest" "cheapest" )'],
      ['"cheapest"', '"greenest"'],
    ])
      expectUnreadable(t, await send(t, turtle(...lists), asTurtle));
  },
});
