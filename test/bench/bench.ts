// `npm run bench [-- NAME] [--json] [--data FOLDER] [--digitalbazaar FOLDER]`: measures the node on raw workerd against its declared bars.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { coldStart } from "./cold-start.ts";
import { compose } from "./compose.ts";
import { delivery } from "./delivery.ts";
import { harvest } from "./harvest.ts";
import { type Figure, table } from "./figures.ts";
import { publish } from "./publish.ts";
import { match } from "./match.ts";
import { manifestGet } from "./manifest-get.ts";
import { trust } from "./trust.ts";

const BENCHES = {
  "manifest-get": manifestGet,
  publish,
  harvest,
  match,
  compose,
  trust,
  delivery,
  "cold-start": coldStart,
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    data: { type: "string", default: join(import.meta.dirname, "../../schemas/examples/clouds") },
    digitalbazaar: { type: "string" },
  },
});

const unknown = positionals.filter((name) => !(name in BENCHES));
if (unknown.length > 0) {
  console.error(`No bench is called ${unknown.join(", ")}. There are: ${Object.keys(BENCHES).join(", ")}.`);
  process.exit(2);
}

const figures: Figure[] = [];
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  console.error(`${name} …`);
  const measured = await bench(values);
  figures.push(...measured);
  if (values.json) for (const figure of measured) console.log(JSON.stringify(figure));
}
if (!values.json) console.log(table(figures));
process.exitCode = figures.every(({ holds }) => holds) ? 0 : 1;
