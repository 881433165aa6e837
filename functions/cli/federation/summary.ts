// What a person sees once the federation runs: who takes part, and what to try first.
import { table } from "../terminal/print.ts";
import type { Certificate } from "./certify.ts";
import type { Listed } from "./publish.ts";

/** From the folder of the project, where `npm start` runs. */
const DEMANDS = "schemas/examples/demands";
const DEMAND = `${DEMANDS}/kubernetes-in-the-eu.jsonld`;

export interface Running {
  /** Addresses. */
  readonly catalogue: string;
  readonly certifier: string;
  readonly providers: readonly Listed[];
  readonly certificates: readonly Certificate[];
  /** File with the certification body's secrets, from the folder of the project. */
  readonly certifierSecrets: string;
  readonly ordering: {
    /** Address of an offer that is delivered here. */
    readonly volume: string;
    /** Address of one that a reseller makes of it. */
    readonly safeVolume: string;
    /** Where what is ordered is made, from the folder of the project. */
    readonly folder: string;
    /** Packages without which nothing is delivered. */
    readonly missing: readonly string[];
  };
}

/** The table of providers and commands to paste. */
export function summary({ catalogue, providers, ordering, ...issuing }: Running): string {
  const rows = providers.map(({ name, node, offers }) => [name ?? "", node, String(offers ?? "")]);
  return `
${table([{ title: "provider" }, { title: "address" }, { title: "offers" }], rows)}

The catalogue and the site are at ${catalogue}. In another terminal, ask what fits a demand:

  npm run -s mpli -- match ${DEMAND} --at ${catalogue}
  curl -s ${catalogue}/matches -H 'Content-Type: application/ld+json' -d @${DEMAND}
${issuing.certificates.map((each) => evidence(each, catalogue, issuing)).join("")}
${delivery(ordering)}
Ctrl-C stops everything; what is published is kept (npm start -- --fresh forgets it).`;
}

/** How to see that evidence counts, and what taking it back does. */
function evidence(
  { provider, scheme, id }: Certificate,
  catalogue: string,
  { certifier, certifierSecrets }: Pick<Running, "certifier" | "certifierSecrets">,
): string {
  return `
Several providers say that they are certified under ${scheme}. Of ${provider} a certification body on this machine,
${certifier}, says so, too. A demand that asks for evidence tells them apart; take the certificate back, and within a
minute the same demand has another answer:

  npm run -s mpli -- match ${DEMANDS}/attested-virtual-machine.jsonld --at ${catalogue} --limit 20
  export MPLI_OPERATOR_TOKEN=$(node -p "require('./${certifierSecrets}').operatorToken")
  npm run -s mpli -- credentials revoke ${id} --at ${certifier}
`;
}

function delivery({ volume, safeVolume, folder, missing }: Running["ordering"]): string {
  if (missing.length > 0)
    return `To order a volume that Ansible makes, install it and start again: apt install ${missing.join(" ")}
`;
  return `A volume can be ordered, and Ansible makes it in ${folder}. The first command prints the address of
a page that shows how; the last leaves nothing behind:

  npm run -s mpli -- order ${volume} --set size="64 MiBy"
  npm run -s mpli -- orders show last
  npm run -s mpli -- orders terminate last
  npm run -s mpli -- orders erase last

A reseller sells two such volumes as one, under its own name. It need not say whom it builds on to show that all is in the EU:

  npm run -s mpli -- order ${safeVolume} --set size="64 MiBy" --disclosure category
  npm run -s mpli -- orders receipt last --every country=EU
  npm run -s mpli -- orders terminate last
  npm run -s mpli -- orders erase last
`;
}
