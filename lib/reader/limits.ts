/** Every bound of the reader in one place, so that no page can make it slow. Counts unless the name says otherwise. */
export const limits = {
  /** Elements looked at in one reading; what lies behind is not read and `problems` says so. */
  elements: 40_000,
  /** Open shadow roots and frames entered, and how deep they may nest. */
  shadowRoots: 2_000,
  frames: 20,
  nesting: 12,
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
