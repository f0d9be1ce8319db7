import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: ["test/e2e/**", "test/bench/**"],
          // Pictures of charts have the colours of the style sheet.
          css: { include: /tokens\.css/ },
          // The browser's engine takes a second to start in Node, and many files start it at once.
          testTimeout: 20_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: "e2e",
          include: ["test/e2e/**/*.test.ts"],
          globalSetup: ["test/e2e/server.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Each worker runs a Chromium of its own.
          maxWorkers: 2,
        },
      },
    ],
  },
});
