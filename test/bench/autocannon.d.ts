// Types of the part of autocannon that the bench uses; the package ships none.
declare module "autocannon" {
  interface Result {
    readonly errors: number;
    readonly duration: number;
    readonly requests: { readonly total: number };
    readonly statusCodeStats?: Readonly<Record<string, { readonly count: number }>>;
  }
  export default function autocannon(options: {
    url: string;
    headers: Record<string, string>;
    connections: number;
    duration: number;
  }): Promise<Result>;
}
