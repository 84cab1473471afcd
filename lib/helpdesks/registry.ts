/** The only list of adapters. Hosted products match by URL; self-hosted ones must also prove themselves in the DOM. */
import type { Helpdesk } from '../reader/helpdesk.ts';
import { requestTracker } from './request-tracker.ts';
import { zendesk } from './zendesk.ts';

export const helpdesks: readonly Helpdesk[] = [requestTracker, zendesk];
