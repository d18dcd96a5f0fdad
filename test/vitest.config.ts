import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
    // Messages are in the language of the locale.
    env: { LC_ALL: "C.UTF-8" },
    // All cores: what runs here is mostly alone on its machine.
    maxWorkers: "100%",
    // One catalogue and one pdf.js for all files of a worker; nothing in src keeps anything from one document to the next.
    isolate: false,
    coverage: { provider: "v8", include: ["src/**/*.ts"], exclude: ["src/**/worker.ts"] },
  },
});
