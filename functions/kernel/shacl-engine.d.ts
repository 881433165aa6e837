// Types of the part of shacl-engine that the kernel uses; the package ships none.
declare module "shacl-engine" {
  import type { Store, Term } from "n3";
  interface Result {
    readonly focusNode?: { readonly term: Term };
    readonly path?: readonly { readonly predicates: Term[] }[];
    readonly value?: { readonly term: Term };
    readonly message: readonly { readonly value: string }[];
    readonly shape: { readonly ptr: { readonly term: Term } };
  }
  export class Validator {
    constructor(shapes: Store, options: { factory: object });
    validate(data: {
      dataset: Store;
    }): Promise<{ readonly conforms: boolean; readonly results: readonly Result[] }>;
  }
}
