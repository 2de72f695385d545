import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "test-results",
  workers: 2,
  fullyParallel: true,
  forbidOnly: true,
  // No retries: a test that fails now and then is a bug.
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 30_000 },
  reporter: [["list", { printSteps: false }]],
  use: {
    browserName: "chromium",
    viewport: { width: 1280, height: 800 },
    locale: "en-US",
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
    // Debian's own: a browser of Playwright's cannot be had everywhere.
    launchOptions: { executablePath: "/usr/bin/chromium" },
  },
});
