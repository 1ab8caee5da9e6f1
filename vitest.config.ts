import { defineConfig } from "vitest/config";

export default defineConfig({
  // Two copies of graphql (ESM and CJS) refuse each other's schemas: "another module or realm".
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: ["tests/**/*.test.ts"],
    pool: "threads",
    isolate: false,
    setupFiles: ["reflect-metadata"],
    globalSetup: ["tests/fixtures/temporaryFolder.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
  },
});
