// The orders whose health a runner looks after: one small file each, so that a restart forgets none.
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parseJson } from "../../kernel/json.ts";
import { isObject } from "../../trust/token/jws.ts";

/** What a runner has to know to look at what was delivered. Parameters and keys are not kept. */
export interface Standing {
  readonly order: string;
  readonly binding: string;
}

export interface StandingOrders {
  readonly all: () => Promise<Standing[]>;
  readonly add: (standing: Standing) => Promise<void>;
  readonly remove: (order: string) => Promise<void>;
}

const FILE = /^([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.json$/;

export function standingOrders(folder: string): StandingOrders {
  const fileOf = (order: string) => join(folder, `${order}.json`);
  return {
    async all() {
      const names = await readdir(folder).catch(() => []);
      const read = names.map(async (name) => {
        const order = FILE.exec(name)?.[1];
        const json = order === undefined ? undefined : parseJson(await readFile(join(folder, name), "utf8"));
        const binding = json?.ok && isObject(json.value) ? json.value["binding"] : undefined;
        return order !== undefined && typeof binding === "string" ? [{ order, binding }] : [];
      });
      return (await Promise.all(read)).flat();
    },
    async add({ order, binding }) {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      await writeFile(fileOf(order), JSON.stringify({ binding }), { mode: 0o600 });
    },
    remove: (order) => rm(fileOf(order), { force: true }),
  };
}
