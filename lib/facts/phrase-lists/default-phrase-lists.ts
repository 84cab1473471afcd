/** The phrase lists that the default policy starts with. Rules name them as `contains_phrase(legal_threat)`. */
import type { PhraseList } from '../../policy/schema.ts';
import { accountProblem } from './account-problem.ts';
import { anger, frustration } from './anger-and-frustration.ts';
import { billingDispute } from './billing-dispute.ts';
import { cancellation } from './cancellation.ts';
import { managerRequest } from './higher-authority.ts';
import { legalThreat } from './legal-threat.ts';
import { mediaThreat } from './media-threat.ts';
import { outage } from './outage.ts';
import { regulatory } from './regulatory.ts';
import { securityIncident } from './security-incident.ts';

/** List name -> entries per language (en, vi, de, fr, es, pt), each entry with sentences it must and must not find. */
export const defaultPhraseLists: Record<string, PhraseList> = {
  legal_threat: legalThreat,
  media_threat: mediaThreat,
  regulatory,
  security_incident: securityIncident,
  outage,
  billing_dispute: billingDispute,
  account_problem: accountProblem,
  manager_request: managerRequest,
  cancellation,
  anger,
  frustration,
};
