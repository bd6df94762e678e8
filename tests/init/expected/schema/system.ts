import { system } from 'polyref';

/**
 * How our product keeps its data.
 *
 * Replace this text. Say in a few sentences what the product does and what each store is for: it is the first thing that a new colleague reads.
 */
export const product = system('Our product');
