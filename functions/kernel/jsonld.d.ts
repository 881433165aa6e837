// Types of the part of jsonld that the kernel uses; the published ones lag behind the package's options.
declare module "jsonld" {
  import type { Quad } from "n3";
  import type { Json } from "./json.ts";
  interface RemoteDocument {
    readonly documentUrl: string;
    readonly document: object;
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
  }
  const jsonld: {
    toRDF(document: Json, options: Options & { base: string; safe: true }): Promise<Iterable<Quad>>;
    fromRDF(quads: object[], options: { useNativeTypes: boolean }): Promise<Json[]>;
    compact(document: Json, context: string, options: Options): Promise<Json>;
  };
  export default jsonld;
}
