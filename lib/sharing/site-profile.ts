/** Which of a policy's site profiles speaks for a page. Imports no value, since every ticket page needs it. */
import type { TaughtField } from '../reader/taught/taught-field.ts';

/** What a lead, or the company, says of a site. */
export interface SiteProfile {
  /** `https://help.acme.example`, `help.acme.example`, `*.acme.example` or `https://*.acme.example/*`. */
  readonly match: string;
  /** IANA zone of times printed without one. */
  readonly zone?: string | undefined;
  /** BCP 47: the language and the order of dates of the helpdesk's pages. */
  readonly locale?: string | undefined;
  readonly taught?: readonly unknown[] | undefined;
}

/** What all profiles that match say together: the earlier one wins, field by field. */
export function siteProfile(profiles: readonly SiteProfile[], origin: string): { zone?: string; locale?: string; taught: readonly TaughtField[] } {
  const here = profiles.filter(({ match }) => siteMatches(match, origin));
  const zone = here.find((profile) => profile.zone)?.zone;
  const locale = here.find((profile) => profile.locale)?.locale;
  const taught = new Map<string, TaughtField>();
  for (const field of here.flatMap((profile) => profile.taught ?? []) as readonly TaughtField[])
    if (!taught.has(field.name)) taught.set(field.name, field);
  return { ...(zone && { zone }), ...(locale && { locale }), taught: [...taught.values()] };
}

/** Whether a profile is meant for an origin. `*` stands for a whole part of the name: `*.acme.example` covers `acme.example` too, as in match patterns. */
export function siteMatches(match: string, origin: string): boolean {
  const written = /^(?:(\*|https?):\/\/)?([^/:]+|\[[^\]]+\])(:\d+)?(?:\/.*)?$/i.exec(match.trim());
  if (!written) return false;
  let url: URL;
  try {
    url = new URL(origin);
  } catch {
    return false;
  }
  const [, scheme = '*', host = '', port] = written;
  if (scheme !== '*' && `${scheme.toLowerCase()}:` !== url.protocol) return false;
  if (port !== undefined && port !== `:${url.port || (url.protocol === 'https:' ? '443' : '80')}`) return false;
  const name = host.toLowerCase();
  if (name === '*') return true;
  return name.startsWith('*.') ? url.hostname === name.slice(2) || url.hostname.endsWith(name.slice(1)) : url.hostname === name;
}
