/** What an export answers, whatever the helpdesk: files to send or read, numbers to fill in, and everything that did not fit. Plain JSON. */
export const SYSTEMS = ['zendesk', 'freshdesk', 'zammad', 'jira', 'table'] as const;
export type System = (typeof SYSTEMS)[number];

export interface ExportFile {
  readonly name: string;
  /** How it is sent, such as `POST /api/v2/triggers.json`; absent for texts to read. */
  readonly request?: string;
  readonly type: 'json' | 'markdown' | 'csv';
  readonly text: string;
}

/** A number that only the helpdesk knows: a group, a person, a custom field. */
export interface NeededId {
  /** Stable: `group:2`, `user:manager`, `field:Plan`. */
  readonly key: string;
  readonly label: string;
  /** Stands in the files until the number is given. */
  readonly placeholder: string;
}

export interface LeftOut {
  /** Title of the rule, or the part of the policy. */
  readonly of: string;
  /** The condition or the advice, as the policy writes it. */
  readonly what: string;
  readonly why: string;
  readonly instead: string;
}

export interface HelpdeskExport {
  readonly system: System;
  readonly files: readonly ExportFile[];
  readonly ids: readonly NeededId[];
  readonly leftOut: readonly LeftOut[];
  /** What differs although it was exported, and what to do after the import. */
  readonly notes: readonly string[];
}
