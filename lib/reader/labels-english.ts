/** The English words of `labels.ts`, and those by which a page shows that it is not in English alone. Data, so its lines are long. */
import type { LabelLists } from './labels.ts';

export const english: LabelLists = {
  meanings: {
    id: 'id|ticket id|ticket hash|ticket uuid|ticket number|ticket no|ticket no.|ticket #|ticket|case number|case id|case no|case|incident number|issue key|key|request id|number|reference|ref|reference number',
    subject: 'subject|title|summary|summary of the problem|short description',
    status: 'status|state|ticket status|current status|case status',
    priority: 'priority|ticket priority|prio|priority level',
    severity: 'severity',
    urgency: 'urgency',
    impact: 'impact',
    requester:
      'customer|customer user|raised by|requester|reporter|caller|submitter e-mail|submitter|opened by|contact name|requestor|requestors|requesters|requester name|requested by|requested for|customer name|client name|from|end user|end-user|reported by|submitted by|created by|requester email|customer email|client|contact person|primary contact|caller name',
    author: 'author|sender|contact|user',
    assignee:
      'assigned to|assignee|agent|owner|responsible|assigned agent|assignee name|case owner|assigned|assigned staff|assigned user|assigned technician|technician|handler|handled by|assigned_to|assignee(s)|assignees|assigned engineer|support engineer|engineer|case manager|ticket owner|issue owner|request owner|owned by',
    group:
      'team|queue|group|agent group|department|assigned team|team name|mailbox|inbox|assignment group|support group|support team|assigned group|assigned to group|service desk|resolver group|support queue|helpdesk team',
    createdAt:
      'created|created at|created on|created date|date created|date submitted|create date|creation date|created time|opened|opened at|opened on|open date|opening date|date opened|submitted|submitted on|reported|reported on|reported date|date reported|received|added|raised|date raised|logged|logged on|date logged|raised on',
    updatedAt:
      'modified|last updated|updated at|changed|last changed|last modified|date updated|updated date|last activity|updated|last update|modification date|last modification|last modified on|update date|updated on|last updated on|last edited|last modified date|last change',
    dueAt:
      'due date|due on|due|due at|due by|due time|resolve by|resolution due|resolution by|deadline|sla due|sla due date|sla deadline|target date|resolution target|resolution due by|expected resolution|fix by date|fix by',
    resolvedAt:
      'resolved|resolved at|resolved on|resolution date|date resolved|closed|closed at|closed on|closed date|close date|date closed|completed|completed at',
    slaFirst:
      'first response time|first reply|first response due|time to first response|first response|response by|tto|tto deadline|tto-deadline|time to own',
    slaNext: 'next reply|next response|next reply due',
    slaResolution: 'solution time|resolution time|time to resolution|ttr deadline|ttr-deadline|time to resolve',
    sla: 'sla|service level agreement|escalation|pending till|waiting since|sla plan',
    organization:
      'company|organization|account|account name|customer organization|organisation|company name|organization name|account company|entity|customer company|client company',
    tags: 'tags|tag|labels|conversation labels|label',
    customerTier: 'vip|tier|customer tier|account tier|support level|support plan|plan|segment|service level|customer type|account type',
    email: 'e-mail|email|e-mail address|email address|mail|contact email',
    detail: 'type|category|project|product|component|help topic|tracker',
    other:
      'hardware|platform|version|browser|source|channel|cc|bcc|admincc|to|reply to|reply-to|time worked|time spent|time left|time estimated|starts|started|start date|last contact|last reply|last message|last response|reminders|attachments|files|links|depends on|depended on by|parents|children|refers to|referred to by|related|related issues|subtasks|watchers|followers|participants|collaborators|observers|history|activity|comment|comments|message|messages|reply|new reminder|ip address|ip|phone|language|time zone|timezone|local time|password|search|notes|via|show|sort|sort by|order by|filter|view|views|actions|action|edit|estimated time|spent time|% done|progress|last updated by|updated by|modified by|changed by|signature|template|macro|format|size|date|name|mobile|website|address|role|tickets|all tickets|active tickets|inactive tickets|votes|duplicates|blocks|blocked|see also|url|crm|keywords|whiteboard|flags|target milestone|qa contact|assigned teams|reported in|user agent|page|pages|rows|per page|upload|choose file|loading|help|menu|options|settings|profile|logged in as|signed in as|welcome|current password|new password|confirm password|customer id|first name|last name|full name|age',
    description: 'description|issue description|problem description|full description|steps to reproduce|original message|initial message',
  },
  statuses: {
    new: 'new',
    open: 'open|active|waiting for support|assigned|in progress|work in progress|reopened|escalated tto|escalated ttr|escalated|opened|to do|todo|backlog|unassigned|waiting for us|customer replied|customer-reply|customer reply|re-opened|triaged|confirmed|acknowledged|investigating|processing|in review|working|processing (assigned)|processing (planned)|under investigation|unconfirmed|with agent|awaiting agent',
    pending:
      'pending|pending reminder|pending auto close+|pending auto close-|feedback|waiting for approval|awaiting reply|awaiting your reply|waiting on customer|waiting for customer|pending customer|awaiting customer|on-hold|on hold|hold|paused|stalled|snoozed|waiting|waiting on contact|awaiting customer reply|pending-customer|awaiting info|need info|needs info|more info|blocked|waiting for requester|waiting on third party|awaiting third party|awaiting user info|awaiting problem|awaiting change|awaiting caller|awaiting response|waiting for reply|waiting for response|pending response|awaiting requester|awaiting customer response',
    resolved: 'resolved|done|fixed|solved|completed|answered and resolved',
    closed:
      "closed|closed successful|closed unsuccessful|complete|rejected|cancelled|canceled|won't do|declined|merged|spam|deleted|archived|duplicate|wontfix|invalid|closed (won)|trash",
  },
  // Words that mark an entry as not visible to the customer. Plain "note" and "comment" prove nothing and are not here.
  internal:
    'internal note|private note|private notes|work note|work notes|internal comment|internal notes|internal|private|not visible to customer|only visible to agents|agents only|staff only|hidden from customer|internal only|team only|not public|hidden from requester|private comment|staff note|agent note|invisible to requester|invisible to caller|invisible to customer',
  priorities:
    'critical|very high|immediate|1 - critical|blocker|p1|highest|showstopper|urgent|high|2 - high|p2|major|normal|medium|3 - moderate|moderate|p3|low|4 - low|p4|minor|very low|5 - planning|planning|p5|lowest|trivial|p0|very urgent|emergency',
  empties:
    'nobody|nobody in particular|unassigned|not assigned|none|no one|no one assigned|none yet|no assignee|not set|unset|not available|n/a|empty|select|select...|choose|please select|(none)|unknown user|none selected|anyone|never|no value|no data|none provided|-none-|--none--|– none –|not applicable|pending assignment|all|loading|loading...|edit|change|add|...|assign|assign to me|add tags|add a tag|assign yourself|no one—assign yourself|no one - assign yourself',
  notes: 'comment|note',
};

/** How other languages name what nearly every ticket page shows: an English page with one of these is not in English alone. */
export const signs: LabelLists['meanings'] = {
  status:
    'statut|etat|estado|estatus|andamento|stato|stan|durum|kondisi|statut du ticket|ticketstatus|status tiket|stav|tila|stare|estat|statuss|olek|egoera',
  priority:
    'prioridad|prioridade|prioriteit|priorytet|prioritas|wichtigkeit|prioritet|prioritas tiket|priorita|prioriteetti|prioritate|prioritat|prioriteta|prioritetas|prioriteet|lehentasuna|forgangur',
};
