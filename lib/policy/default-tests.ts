/** What the default policy promises, as tests a lead can read, run and extend. Data. */
import type { PolicyInput } from './schema.ts';

export const defaultTests: NonNullable<PolicyInput['tests']> = [];
