// The offers of the reference node on its stages: a few of each kind, with facts, places and prices.
import type { OfferText } from "../support/manifests.ts";

/** Offers of a provider at `origin`; its region must be stated beside them. */
export function shop(origin: string): OfferText[] {
  const there = `mpli:region <${origin}/regions/ams-1> ;`;
  return [
    { id: "vm-s", more: `mpli:vcpus 2 ; mpli:memory "4 GiBy"^^cdt:ucum ; ${there}` },
    { id: "vm-m", price: "0.20", more: `mpli:vcpus 4 ; mpli:memory "16 GiBy"^^cdt:ucum ; ${there}` },
    {
      id: "pg-m",
      class: "RelationalDatabase",
      price: "0.41",
      more: `mpli:engine "postgresql" ; mpli:engineVersion "15", "16" ; mpli:memory "32 GiBy"^^cdt:ucum ; ${there}`,
    },
    { id: "k8s", class: "KubernetesCluster", more: `mpli:kubernetesVersion "1.30" ; ${there}` },
  ];
}

/** What a manifest with these offers states besides them. */
export const region = (origin: string) =>
  `</manifest> mpli:place <${origin}/regions/ams-1> .
<${origin}/regions/ams-1> a mpli:Region ; schema:name "Amsterdam 1" ; mpli:within place:NL .`;
