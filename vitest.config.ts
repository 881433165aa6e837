import { cloudflareTest } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "node",
          include: ["test/**/*.test.ts"],
          exclude: ["test/workerd/**"],
          testTimeout: 20_000,
        },
      },
      {
        plugins: [cloudflareTest({ remoteBindings: false, wrangler: { configPath: "./test/workerd/wrangler.toml" } })],
        test: {
          name: "workerd",
          include: ["test/workerd/**/*.test.ts"],
          isolate: false,
          testTimeout: 20_000,
          // n3's readable-stream breaks under the plugin's module shim unless it is pre-bundled.
          deps: { optimizer: { ssr: { enabled: true, include: ["n3"] } } },
        },
      },
    ],
  },
});
