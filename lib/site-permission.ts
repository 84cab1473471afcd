/** Which permission a site needs. Imports nothing. */

/**
 * The match pattern that covers a page's site, e.g. `https://help.acme.example/*`. Match patterns name no port: one pattern covers
 * every port of the host.
 * @returns undefined for addresses that no extension may read (browser pages, files, data).
 */
export function grantPattern(address: string): string | undefined {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return undefined;
  }
  return url.protocol === 'https:' || url.protocol === 'http:' ? `${url.protocol}//${url.hostname}/*` : undefined;
}

/** Whether a match pattern of extensions (`https://*.zendesk.com/agent/*`, `<all_urls>`) covers an address. */
export function matchesPattern(pattern: string, url: URL): boolean {
  if (pattern === '<all_urls>') return /^https?:$/.test(url.protocol);
  const match = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern);
  if (!match) return false;
  const [, scheme = '', host = '', path = ''] = match;
  if (scheme === '*' ? !/^https?:$/.test(url.protocol) : url.protocol !== `${scheme}:`) return false;
  const bare = host.replace(/^\*\./, '');
  if (host !== '*' && url.hostname !== bare && !(host.startsWith('*.') && url.hostname.endsWith(`.${bare}`))) return false;
  return new RegExp(`^${path.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replace(/\*/g, '.*')}$`).test(url.pathname + url.search);
}
