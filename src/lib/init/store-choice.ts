/** The stores that a schema can be begun with, in the order in which they are named. */
export const STORE_CHOICES = ['postgresql', 'mongodb', 's3'] as const;

export type StoreChoice = (typeof STORE_CHOICES)[number];
