/** A policy's rules and targets for a helpdesk. */
import type { LoadedPolicy } from '../policy/loaded-policy.ts';
import type { ExportOptions } from './export-words.ts';
import { exportFreshdesk } from './freshdesk.ts';
import type { HelpdeskExport, System } from './helpdesk-export.ts';
import { exportJira, exportTable } from './steps-and-tables.ts';
import { exportZammad } from './zammad.ts';
import { exportZendesk } from './zendesk.ts';

const exporters: Readonly<Record<System, (loaded: LoadedPolicy, options: ExportOptions) => HelpdeskExport>> = {
  zendesk: exportZendesk,
  freshdesk: exportFreshdesk,
  zammad: exportZammad,
  jira: exportJira,
  table: exportTable,
};

/** Pure. What cannot be said in the system's own terms is listed, never written as something else. */
export const exportPolicy = (loaded: LoadedPolicy, system: System, options: ExportOptions): HelpdeskExport => exporters[system](loaded, options);
