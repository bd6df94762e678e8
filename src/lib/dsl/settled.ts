/** The same type, into which nothing is inferred from where the call stands. */
export type Settled<Type> = [Type][Type extends unknown ? 0 : never];
