// Types of the part of jsonld that the kernel uses; the published ones lag behind the package's options.
declare module "jsonld" {
  import type { Quad } from "n3";
  import type { Json } from "./json.ts";
  interface RemoteDocument {
    readonly documentUrl: string;
    readonly document: object;
    readonly tag: "static";
  }
  interface Options {
    readonly documentLoader: (url: string) => Promise<RemoteDocument>;
  }
  interface ReadOptions extends Options {
    readonly base: string;
    readonly safe: true;
    /** In place of the package's own. */
    readonly contextResolver?: import("./context-resolver.ts").ContextResolver;
  }
  const jsonld: {
    expand(document: Json, options: ReadOptions): Promise<Json[]>;
    toRDF(expanded: Json, options: ReadOptions & { skipExpansion: true }): Promise<Iterable<Quad>>;
    compact(expanded: Json, context: string, options: Options & { skipExpansion: true }): Promise<Json>;
  };
  export default jsonld;
}
