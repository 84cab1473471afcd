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
