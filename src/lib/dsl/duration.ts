/**
 * A length of time as a person writes it: `'90 days'`, `'1 hour'`, `'2 years'`.
 * Hours, days and weeks are exact; a month counts as 30 days and a year as 365 where two lengths are compared.
 */
export type Duration = `${number} ${'second' | 'minute' | 'hour' | 'day' | 'week' | 'month' | 'year'}${'' | 's'}`;
