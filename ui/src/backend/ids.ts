/** Identifiers of exchanges: 13 letters and digits that sort by time, with the milliseconds in their upper bits. */

const ALPHABET = "0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH = 13;
/** Below the milliseconds: 8 bits of relay number and 13 of sequence. */
const BELOW_TIME = 21n;

/** Smaller than every identifier. */
export const smallestId = "0".repeat(LENGTH);

function toNumber(id: string): bigint {
  let value = 0n;
  for (const letter of id) value = value * 32n + BigInt(Math.max(0, ALPHABET.indexOf(letter)));
  return value;
}

function toText(value: bigint): string {
  let text = "";
  for (let i = 0; i < LENGTH; i += 1) {
    text = ALPHABET.charAt(Number(value & 31n)) + text;
    value >>= 5n;
  }
  return text;
}

/** The smallest identifier that can have been given at `at` (UTC ms). */
export const idAt = (at: number): string => toText(BigInt(Math.max(0, Math.floor(at))) << BELOW_TIME);

/** When an identifier was given, in UTC ms. */
export const timeOf = (id: string): number => Number(toNumber(id) >> BELOW_TIME);

/** The identifier just above: "before" it includes the one given. */
export const justAbove = (id: string): string => toText(toNumber(id) + 1n);
