/** What is known to be read wrong or not at all on our own pages, by case: names of fields as `handrail score` prints them. */
export const knownGaps: Readonly<Record<string, readonly string[]>> = {
  // The first comment names its writer, who is the requester, without the address that a label elsewhere shows.
  'bugzilla/ticket-it': ['requester.email'],
  // A number in a plain line that neither a label nor the address confirms.
  'front/ticket-pl': ['id'],
};
