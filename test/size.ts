// `npm run size`: the Worker as it would be deployed must fit the free plan of Cloudflare with room to spare.
import { execFileSync } from "node:child_process";

const MOST_KIB = 2.5 * 1024;

const output = execFileSync("npm", ["run", "-s", "build"], { encoding: "utf8" });
const gzipped = Number(/gzip: ([\d.]+) KiB/.exec(output)?.[1] ?? Number.NaN);
console.log(`The Worker is ${gzipped} KiB gzipped; the most it may be is ${MOST_KIB} KiB.`);
if (!(gzipped <= MOST_KIB)) process.exitCode = 1;
