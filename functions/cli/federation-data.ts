// The providers of the local federation and what each publishes: a placeholder of real offers, one each.

export interface FederationManifest {
  /** Letters, digits, `-`; also the name of the node. */
  readonly name: string;
  readonly roles: readonly string[];
  readonly mediaType: string;
  /** The manifest's text for the node that answers to this DID; relative IRIs are resolved at the node. */
  readonly manifest: (did: string) => string;
}

/** What the federation's providers publish. */
export async function manifestsOfTheFederation(): Promise<readonly FederationManifest[]> {
  return Object.entries(PROVIDERS).map(([name, { offer, ...provider }]) => ({
    name,
    roles: ["provider"],
    mediaType: "application/ld+json",
    manifest: (did) =>
      JSON.stringify({
        "@context": CONTEXT,
        type: "Manifest",
        provider: { id: did, type: "Provider", ...provider },
        offer: [offer],
      }),
  }));
}

const CONTEXT = "https://w3id.org/mpli/context/v1";
const CONFORMANCE = "https://github.com/cncf/k8s-conformance";

const PROVIDERS = {
  exoscale: {
    name: "Exoscale",
    offer: {
      id: "/offers/sks",
      type: "Offer",
      class: "KubernetesCluster",
      name: "Exoscale Scalable Kubernetes Service",
      conformantVersion: ["1.31", "1.32", "1.33"],
      source: CONFORMANCE,
      licence: "Apache-2.0",
    },
  },
  hetzner: {
    name: "Hetzner Cloud",
    offer: {
      id: "/offers/block",
      type: "Offer",
      class: "BlockStorage",
      name: "Block storage volume",
      minSize: "10 GBy",
      maxSize: "10240 GBy",
      source: "https://github.com/SpareCores/sc-data-dumps",
      licence: "CC-BY-SA-4.0",
    },
  },
  ovhcloud: {
    name: "OVHcloud",
    offer: {
      id: "/offers/classic",
      type: "Offer",
      class: "BlockStorage",
      name: "Classic Volume",
      iops: 500,
      minSize: "10 GBy",
      maxSize: "12288 GBy",
      source: "https://github.com/SpareCores/sc-data-dumps",
      licence: "CC-BY-SA-4.0",
    },
  },
  plusserver: {
    name: "PlusServer GmbH",
    offer: {
      id: "/offers/pske",
      type: "Offer",
      class: "KubernetesCluster",
      name: "plusserver Kubernetes Engine",
      conformantVersion: ["1.30", "1.31"],
      source: CONFORMANCE,
      licence: "Apache-2.0",
    },
  },
} as const;
