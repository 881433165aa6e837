// Files of the specification that the kit needs: beside it when it is packed, else in the repository around it.
import { existsSync } from "node:fs";
import { join } from "node:path";

/** Path of a file such as `spec/requirements.ttl`. */
export function resource(path: string): string {
  const packed = join(import.meta.dirname, "resources", path);
  return existsSync(packed) ? packed : join(import.meta.dirname, "../..", path);
}
