/** Days as the fields for dates write them, by this computer's clock. Pure. */

const two = (value: number) => String(value).padStart(2, "0");

/** The day of a time, as a field for dates has it; empty for none. */
export function dayOf(at: number | undefined): string {
  if (at === undefined) return "";
  const day = new Date(at);
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}`;
}

/** The first of so many days that end with the day of a time, as a field for dates has it. */
export function firstOf(at: number, days: number): string {
  const day = new Date(at);
  day.setDate(day.getDate() - days + 1);
  return dayOf(day.getTime());
}

/** When a day begins; nothing for no day. */
export function dayStart(day: string): number | undefined {
  const [year, month, date] = day.split("-").map(Number);
  if (!year || !month || !date) return undefined;
  return new Date(year, month - 1, date).getTime();
}

/** The last millisecond of a day; nothing for no day. */
export function dayEnd(day: string): number | undefined {
  const start = dayStart(day);
  if (start === undefined) return undefined;
  const next = new Date(start);
  next.setDate(next.getDate() + 1);
  return next.getTime() - 1;
}
