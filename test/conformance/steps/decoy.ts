// A manifest with one offer in a few lines of Turtle, for where a party answers otherwise than it would by itself.
import { iri } from "../graph.ts";
import type { Party } from "../parties/provider.ts";

export function decoy({ did, manifestAddress, offer }: Party): string {
  const decoy = offer("decoy");
  return `<${manifestAddress}> a <${iri("mpli:Manifest")}> ;
  <${iri("mpli:provider")}> <${did}> ;
  <${iri("mpli:offer")}> <${decoy}> .
<${did}> a <${iri("mpli:Provider")}> .
<${decoy}> <${iri("mpli:serviceClass")}> <${iri("mpli:VirtualMachine")}> .
`;
}
