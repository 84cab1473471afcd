/** Every bound of the reader in one place, so that no page can make it slow. Counts unless the name says otherwise. */
export const limits = {
  /** Elements looked at in one reading; what lies behind is not read and `problems` says so. */
  elements: 40_000,
  /** Children of one element of a menu that are looked at: what a ticket says of itself stands behind no more. */
  menuEntries: 500,
  /** How deep elements may stand in each other; what is deeper is not read. */
  depth: 200,
  /** The same for the text of one message; what a browser's parser makes is at most 512 deep. */
  textDepth: 1_000,
  /** Neighbours of one element that are looked at for its label where a person pointed at it. */
  siblings: 200,
  /** UTF-16 units of one stretch of text. */
  run: 100_000,
  /** Frames entered. */
  frames: 20,
  /** UTF-16 units of one message's text. */
  messageText: 50_000,
  /** Longest text that can be a label, a field value, an author, a date. */
  label: 60,
  value: 300,
  author: 120,
  date: 90,
  messages: 1_000,
  customFields: 120,
  /** Changes of status and priority taken from one page. */
  changes: 500,
  /** Quiet time after a page change before it is read again, and the longest it may be put off, ms. */
  settleMs: 120,
  settleAtMostMs: 1_000,
  /** Shortest time between two readings, ms. */
  betweenReadingsMs: 250,
} as const;
