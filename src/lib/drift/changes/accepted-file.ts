/** The file of acceptances, beside the schema folder. */
export const ACCEPTED_FILE = 'polyref.accepted.txt';
