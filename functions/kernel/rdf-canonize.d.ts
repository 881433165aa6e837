// Types of the part of rdf-canonize that the kernel uses; the package ships none.
declare module "rdf-canonize" {
  interface MessageDigest {
    update(text: string): void;
    digest(): string | Promise<string>;
  }
  export function canonize(
    dataset: Iterable<object>,
    options: { algorithm: "RDFC-1.0"; maxWorkFactor?: number; createMessageDigest?: () => MessageDigest },
  ): Promise<string>;
}
