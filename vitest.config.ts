import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    // Vitest leaves one core free; there are only two.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workerd/**"],
          testTimeout: 20_000,
          maxConcurrency: 4,
        },
      },
      {
        plugins: [
          cloudflareTest({
            remoteBindings: false,
            wrangler: { configPath: "./wrangler.toml" },
            miniflare: {
              bindings: { MPLI_ROLES: "provider,catalogue", MPLI_OPERATOR_TOKEN: "secret", MPLI_LOCAL: "1" },
            },
          }),
        ],
        test: {
          name: "workerd",
          include: ["test/workerd/**/*.test.ts"],
          isolate: false,
          testTimeout: 20_000,
          // Bundled beforehand as wrangler does: n3's streams break under the plugin's module shim, and jsonld's
          // own choice of files for Node would bring an HTTP client along.
          deps: {
            optimizer: {
              ssr: {
                enabled: true,
                include: ["n3", "jsonld", "rdf-canonize", "shacl-engine"],
                rolldownOptions: {
                  resolve: { aliasFields: [["browser"]], mainFields: ["browser", "module", "main"] },
                },
              },
            },
          },
        },
      },
    ],
  },
});
