import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [react()],
  // The oldest WebKitGTK that the window meets speaks what Safari 16 speaks.
  build: { target: "safari16", chunkSizeWarningLimit: 1_500 },
  test: {
    environment: "jsdom",
    setupFiles: ["src/test/setup.ts"],
    restoreMocks: true,
    testTimeout: 60_000,
  },
});
