export function shownTime(c, iso) {
  return new Intl.DateTimeFormat(c.locale, { dateStyle: 'medium', timeStyle: 'short', timeZone: c.zone }).format(new Date(iso));
}

export function shownDate(c, iso) {
  return new Intl.DateTimeFormat(c.locale, { dateStyle: 'long', timeZone: c.zone }).format(new Date(iso));
}

// Every other locale prints machine-readable times; the rest only what people read.
export function time(h, ui, c, iso) {
  if (ui.Time) return h(ui.Time, { iso, shown: shownTime(c, iso) });
  return c.machineTimes ? h('time', { dateTime: iso }, shownTime(c, iso)) : h('span', null, shownTime(c, iso));
}
