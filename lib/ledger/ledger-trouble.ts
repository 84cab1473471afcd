/** Why the ledger could not be opened or written, as a kind for which there is a sentence that says what to do. */

export const LEDGER_TROUBLES = ['full', 'newer', 'damaged'] as const;
export type LedgerTroubleKind = (typeof LEDGER_TROUBLES)[number];

export interface LedgerTrouble {
  readonly at: string;
  readonly kind: LedgerTroubleKind;
  /** The browser's own words. */
  readonly problem: string;
}

/**
 * @param error what IndexedDB rejected with: QuotaExceededError is a full disk, VersionError a store of a newer Handrail, anything else
 *   (UnknownError, InvalidStateError, NotFoundError ...) a store that the browser cannot read any more
 * @param now milliseconds since 1970
 */
export function ledgerTrouble(error: unknown, now: number): LedgerTrouble {
  const { name, message } = error instanceof Error || error instanceof DOMException ? error : { name: '', message: String(error) };
  const kind = name === 'QuotaExceededError' ? 'full' : name === 'VersionError' ? 'newer' : 'damaged';
  return { at: new Date(now).toISOString(), kind, problem: name && !message.startsWith(name) ? `${name}: ${message}` : message };
}
