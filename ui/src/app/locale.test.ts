import { expect, it } from "vitest";

import { mend } from "./locale";

it("names a language that can be used where the system has none, and leaves others alone", () => {
  const bare = { language: "C", languages: ["C"] };
  mend(bare);
  expect(bare).toEqual({ language: "en", languages: [] });
  expect(() => new Intl.NumberFormat(bare.language)).not.toThrow();
  const german = { language: "de-DE", languages: ["de-DE", "C", "en"] };
  mend(german);
  expect(german).toEqual({ language: "de-DE", languages: ["de-DE", "en"] });
});
