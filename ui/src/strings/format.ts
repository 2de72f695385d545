/** Numbers, times and sizes as people of a language write them. */

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** How this computer writes a language: as its first country of it does, else as the language itself. */
export const writtenAs = (language: string, languages: readonly string[]): string =>
  languages.find((one) => one.split("-")[0] === language) ?? language;

/** Formatters of one language. Making one is slow, so each is made once. */
export class Format {
  readonly #number: Intl.NumberFormat;
  readonly #share: Intl.NumberFormat;
  readonly #time: Intl.DateTimeFormat;
  readonly #clock: Intl.DateTimeFormat;
  readonly #day: Intl.DateTimeFormat;
  readonly #date: Intl.DateTimeFormat;
  readonly #dayTime: Intl.DateTimeFormat;
  readonly #exact: Intl.DateTimeFormat;
  readonly #precise: Intl.DateTimeFormat;
  readonly #relative: Intl.RelativeTimeFormat;
  readonly #list: Intl.ListFormat;

  /** `language` may name a country as well, whose habits then count: `en-GB`. */
  constructor(readonly language: string) {
    this.#number = new Intl.NumberFormat(language);
    this.#share = new Intl.NumberFormat(language, { style: "percent", maximumFractionDigits: 1 });
    this.#time = new Intl.DateTimeFormat(language, {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    this.#clock = new Intl.DateTimeFormat(language, { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
    this.#day = new Intl.DateTimeFormat(language, { day: "numeric", month: "short", year: "numeric" });
    this.#date = new Intl.DateTimeFormat(language, { day: "numeric", month: "short" });
    this.#dayTime = new Intl.DateTimeFormat(language, {
      day: "numeric",
      month: "short",
      hour: "2-digit",
      minute: "2-digit",
      hourCycle: "h23",
    });
    this.#exact = new Intl.DateTimeFormat(language, {
      year: "numeric",
      month: "short",
      day: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      fractionalSecondDigits: 3,
      timeZoneName: "short",
      hourCycle: "h23",
    });
    this.#precise = new Intl.DateTimeFormat(language, {
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      fractionalSecondDigits: 3,
      hourCycle: "h23",
    });
    this.#relative = new Intl.RelativeTimeFormat(language, { style: "short", numeric: "auto" });
    this.#list = new Intl.ListFormat(language);
  }

  /** one, two and three */
  list = (items: readonly string[]): string => this.#list.format(items);

  /** 1,284 */
  number = (value: number): string => this.#number.format(value);

  /** 98.4 %; never rounded up to all of it. */
  share = (share: number): string => this.#share.format(Math.floor(share * 1_000) / 1_000);

  /** 14:03:21 */
  time = (at: number): string => this.#time.format(at);

  /** 14:03 */
  clock = (at: number): string => this.#clock.format(at);

  /** 14:03 today, 20 Nov in this year, 20 Nov 2024 before. */
  date = (at: number, now = Date.now()): string => {
    const [day, today] = [new Date(at), new Date(now)];
    if (day.toDateString() === today.toDateString()) return this.clock(at);
    return (day.getFullYear() === today.getFullYear() ? this.#date : this.#day).format(at);
  };

  /** 14:03:21 today, 20 Nov, 14:03 on other days. */
  when = (at: number, now = Date.now()): string =>
    new Date(at).toDateString() === new Date(now).toDateString() ? this.#time.format(at) : this.#dayTime.format(at);

  /** 20 Nov 2026 */
  day = (at: number): string => this.#day.format(at);

  /** To the millisecond, with the zone. */
  exact = (at: number): string => this.#exact.format(at);

  /** 14:03:21.004 */
  precise = (at: number): string => this.#precise.format(at);

  /** 2 min. ago; in 5 min. */
  ago = (at: number, now: number): string => {
    const distance = at - now;
    const size = Math.abs(distance);
    if (size < 5 * SECOND) return this.#relative.format(0, "second");
    if (size < MINUTE) return this.#relative.format(Math.round(distance / SECOND), "second");
    if (size < HOUR) return this.#relative.format(Math.round(distance / MINUTE), "minute");
    if (size < DAY) return this.#relative.format(Math.round(distance / HOUR), "hour");
    return this.#relative.format(Math.round(distance / DAY), "day");
  };

  /** 0.6 ms, 38 ms, 1.2 s, 5 min, 6 h */
  took = (microseconds: number): string => {
    if (microseconds < 1_000) return this.#unit(microseconds / 1_000, "millisecond", 1);
    if (microseconds < 1_000_000) return this.#unit(microseconds / 1_000, "millisecond", 0);
    if (microseconds < 60_000_000) return this.#unit(microseconds / 1_000_000, "second", 1);
    if (microseconds < 5_400_000_000) return this.#unit(microseconds / 60_000_000, "minute", 1);
    return this.#unit(microseconds / 3_600_000_000, "hour", 1);
  };

  /** 40 s, 4 min, 2.5 h: no more exact than a guess is. */
  span = (ms: number): string => {
    if (ms < 55 * SECOND) return this.#unit(Math.max(5, Math.ceil(ms / (5 * SECOND)) * 5), "second", 0);
    if (ms < 90 * MINUTE) return this.#unit(Math.round(Math.max(ms, MINUTE) / MINUTE), "minute", 0);
    return this.#unit(ms / HOUR, "hour", 1);
  };

  /** 512 byte, 1.4 kB, 3 MB */
  size = (bytes: number): string => {
    if (bytes < 1_000) return this.#unit(bytes, "byte", 0);
    if (bytes < 1_000_000) return this.#unit(bytes / 1_000, "kilobyte", 1);
    if (bytes < 1_000_000_000) return this.#unit(bytes / 1_000_000, "megabyte", 1);
    return this.#unit(bytes / 1_000_000_000, "gigabyte", 1);
  };

  readonly #units = new Map<string, Intl.NumberFormat>();

  #unit(value: number, unit: string, digits: number): string {
    const name = unit + String(digits);
    let formatter = this.#units.get(name);
    if (!formatter) {
      formatter = new Intl.NumberFormat(this.language, {
        style: "unit",
        unit,
        unitDisplay: "short",
        maximumFractionDigits: digits,
      });
      this.#units.set(name, formatter);
    }
    return formatter.format(value);
  }
}
