import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

import { eventSample, outboxCurl, signatureNode, signaturePython } from "./samples";

// The example of the Standard Webhooks specification.
const secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
const headers = {
  "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
  "webhook-timestamp": "1614265330",
  "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
};
const body = '{"test": 2432232314}';

it("the sample for Node accepts what is genuine, and neither what was changed nor what is old", () => {
  const folder = mkdtempSync(join(tmpdir(), "switchboard-sample-"));
  try {
    const ask = `
      const genuine = (at, text) => { Date.now = () => at; return isGenuine(${JSON.stringify(headers)}, Buffer.from(text), "${secret}"); };
      const body = ${JSON.stringify(body)};
      console.log(JSON.stringify([genuine(1614265331000, body), genuine(1614265331000, body + " "), genuine(1614265931000, body)]));`;
    writeFileSync(join(folder, "sample.mjs"), signatureNode + ask);
    expect(JSON.parse(execFileSync(process.execPath, [join(folder, "sample.mjs")], { encoding: "utf8" }))).toEqual([
      true,
      false,
      false,
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

it("the sample for Python does the same", () => {
  const ask = `
time.time = lambda: 1614265331
headers = ${JSON.stringify(headers)}
body = ${JSON.stringify(body)}.encode()
print(is_genuine(headers, body, "${secret}"), is_genuine(headers, body + b" ", "${secret}"))
`;
  let said: string;
  try {
    said = execFileSync("python3", ["-c", signaturePython + ask], { encoding: "utf8" });
  } catch (error) {
    // A machine without Python cannot judge it.
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return;
    throw error;
  }
  expect(said.trim()).toBe("True False");
});

it("the other samples are JSON where they say so", () => {
  expect(JSON.parse(eventSample.slice(eventSample.indexOf("{")))).toHaveProperty("data.message.text");
  expect(JSON.parse(/-d '([^']+)'/.exec(outboxCurl)?.[1] ?? "")).toHaveProperty("messageId");
});
