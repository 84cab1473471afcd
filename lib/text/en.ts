/** English: the reference catalogue. Keys are grouped by place: panel, clocks, options, popup, welcome, problems. */
export const en = {
  'app.name': 'Handrail',
} as const;
