/**
 * Orders texts of one form, as instants in ISO 8601 are, by their code units. Not `localeCompare`, which is a question to Intl:
 * the first one costs a page 15 to 50 ms.
 */
export const byCodeUnit = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
