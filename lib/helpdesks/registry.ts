/** The only list of adapters. Hosted products match by URL; self-hosted ones must also prove themselves in the DOM. */
import type { Helpdesk } from '../reader/helpdesk.ts';
import { azureDevops } from './azure-devops.ts';
import { bugzilla } from './bugzilla.ts';
import { chatwoot } from './chatwoot.ts';
import { dynamics365 } from './dynamics-365.ts';
import { freshdesk } from './freshdesk.ts';
import { freshservice } from './freshservice.ts';
import { front } from './front.ts';
import { githubIssues } from './github-issues.ts';
import { gitlab } from './gitlab.ts';
import { glpi } from './glpi.ts';
import { gorgias } from './gorgias.ts';
import { happyfox } from './happyfox.ts';
import { helpScout } from './help-scout.ts';
import { hubspot } from './hubspot.ts';
import { intercom } from './intercom.ts';
import { jiraCloud } from './jira-cloud.ts';
import { jiraDataCenter } from './jira-data-center.ts';
import { kayako } from './kayako.ts';
import { liveagent } from './liveagent.ts';
import { manageengine } from './manageengine.ts';
import { requestTracker } from './request-tracker.ts';
import { salesforce } from './salesforce.ts';
import { servicenow } from './servicenow.ts';
import { uvdesk } from './uvdesk.ts';
import { zammad } from './zammad.ts';
import { zendesk } from './zendesk.ts';
import { zohoDesk } from './zoho-desk.ts';

export const helpdesks: readonly Helpdesk[] = [
  zendesk,
  freshdesk,
  freshservice,
  jiraCloud,
  jiraDataCenter,
  servicenow,
  salesforce,
  hubspot,
  intercom,
  zohoDesk,
  helpScout,
  front,
  gorgias,
  kayako,
  liveagent,
  dynamics365,
  githubIssues,
  gitlab,
  chatwoot,
  zammad,
  requestTracker,
  glpi,
  uvdesk,
  bugzilla,
  manageengine,
  happyfox,
  azureDevops,
];
