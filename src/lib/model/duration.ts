/**
 * A length of time in seconds, from text such as `90 days`; undefined when the text is not a duration.
 * A month counts as 30 days, a year as 365. Zero is a duration (a TTL of 0 is legal); a negative or infinite number is none.
 */
export function parseDuration(text: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?) (second|minute|hour|day|week|month|year)s?$/.exec(text);
  if (match === null) return undefined;
  const seconds = Number(match[1]) * SECONDS[match[2] as keyof typeof SECONDS];
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** The length of a duration that reading has accepted, in seconds. @param duration as written: `90 days` */
export function secondsOf(duration: string): number {
  return parseDuration(duration) ?? 0;
}

/** Words for a number of seconds, in the largest unit that keeps it whole: `7776000` → `90 days`. Weeks and months are never used. */
export function describeDuration(seconds: number): string {
  for (const unit of ['year', 'day', 'hour', 'minute'] as const) {
    const count = seconds / SECONDS[unit];
    if (Number.isInteger(count) && count > 0) return `${count} ${unit}${count === 1 ? '' : 's'}`;
  }
  return `${seconds} second${seconds === 1 ? '' : 's'}`;
}

/** What a duration may look like, for messages. */
export const DURATION_HELP = "Write a number and a unit, as in '90 days'; units are second, minute, hour, day, week, month, year.";

/** Seconds. */
export const DAY = 86_400;

const SECONDS = { second: 1, minute: 60, hour: 3_600, day: DAY, week: 604_800, month: 2_592_000, year: 31_536_000 } as const;
