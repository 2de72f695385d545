/** Code to copy into the admin's own program. Tested: what is shown is what runs. */

/** Node.js: is a request from Switchboard. */
export const signatureNode = `import { createHmac, timingSafeEqual } from "node:crypto";

// headers: of the request; body: its raw bytes; secret: "whsec_…" from the channel
export function isGenuine(headers, body, secret) {
  const id = headers["webhook-id"];
  const time = headers["webhook-timestamp"];
  if (!(Math.abs(Date.now() / 1000 - Number(time)) <= 300)) return false;
  const key = Buffer.from(secret.replace(/^whsec_/, ""), "base64");
  const expected = createHmac("sha256", key).update(id + "." + time + ".").update(body).digest();
  return String(headers["webhook-signature"]).split(" ").some((part) => {
    const [version, value = ""] = part.split(",");
    const given = Buffer.from(value, "base64");
    return version === "v1" && given.length === expected.length && timingSafeEqual(given, expected);
  });
}
`;

/** Python: the same. */
export const signaturePython = `import base64, hashlib, hmac, time

# headers: of the request; body: its raw bytes; secret: "whsec_…" from the channel
def is_genuine(headers, body, secret):
    id, sent = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(sent)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    expected = hmac.new(key, f"{id}.{sent}.".encode() + body, hashlib.sha256).digest()
    for part in headers["webhook-signature"].split(" "):
        version, _, value = part.partition(",")
        if version == "v1" and hmac.compare_digest(base64.b64decode(value), expected):
            return True
    return False
`;

/** A request to the outbox. */
export const outboxCurl = `curl -X POST 'ADDRESS' \\
  -H 'Authorization: Bearer TOKEN' \\
  -H 'Content-Type: application/json' \\
  -d '{"chat":"order-1042","contact":{"id":"customer-7","name":"Anna"},
       "text":"Where is my order?","messageId":"message-1"}'
`;

/** What the endpoint gets, shortened. */
export const eventSample = `POST /hooks/chat
content-type: application/json
webhook-id: 06fxr5y0cg009
webhook-timestamp: 1796029443
webhook-signature: v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=

{
  "type": "message.sent",
  "timestamp": "2026-11-30T09:04:03.021Z",
  "data": {
    "channel": { "id": "06fxr4qd68000", "name": "Sales", "platform": "elma365" },
    "conversation": { "key": "order-1042" },
    "contact": { "key": "customer-7", "name": "Anna" },
    "message": { "from": "operator", "text": "It left our house today." },
    "original": { "the platform's own body": "without its secrets" }
  }
}
`;

/** Each sample with the language it is in. */
export const codeSamples = {
  event: ["HTTP", eventSample],
  "signature-node": ["Node.js", signatureNode],
  "signature-python": ["Python", signaturePython],
  "outbox-curl": ["curl", outboxCurl],
} as const;
