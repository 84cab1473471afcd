/** Addresses of every product: which show a ticket (with its key) and which do not. */
export interface Addresses {
  readonly tickets: readonly (readonly [url: string, key: string])[];
  readonly others: readonly string[];
}

const guid = '0a1b2c3d-1111-2222-3333-444455556666';
const sysId = '0123456789abcdef0123456789abcdef';

export const addresses: Readonly<Record<string, Addresses>> = {
  zendesk: {
    tickets: [
      ['https://acme.zendesk.com/agent/tickets/4211', '4211'],
      ['https://acme.zendesk.com/agent/tickets/4211/events', '4211'],
    ],
    others: [
      'https://acme.zendesk.com/agent/filters/360001',
      'https://acme.zendesk.com/agent/dashboard',
      'https://acme.zendesk.com/agent/search/1?q=4211',
      'https://acme.zendesk.com/agent/tickets/new/1',
      'https://acme.zendesk.com/hc/en-us/articles/4211',
    ],
  },
  freshdesk: {
    tickets: [
      ['https://acme.freshdesk.com/a/tickets/88', '88'],
      ['https://acme.freshdesk.com/helpdesk/tickets/88', '88'],
      ['https://acme.myfreshworks.com/crm/sales/a/tickets/88', '88'],
    ],
    others: [
      'https://acme.freshdesk.com/a/tickets/filters/all_tickets',
      'https://acme.freshdesk.com/a/dashboard/default',
      'https://acme.freshdesk.com/a/tickets/new',
    ],
  },
  freshservice: {
    tickets: [
      ['https://acme.freshservice.com/a/tickets/123?current_tab=details', '123'],
      ['https://acme.freshservice.com/helpdesk/tickets/123', '123'],
    ],
    others: ['https://acme.freshservice.com/a/tickets/filters/all_tickets', 'https://acme.freshservice.com/a/solutions/articles/12'],
  },
  'jira-cloud': {
    tickets: [
      ['https://acme.atlassian.net/browse/SUP-17', 'SUP-17'],
      ['https://acme.atlassian.net/jira/servicedesk/projects/SUP/queues/custom/4/SUP-17', 'SUP-17'],
      ['https://acme.atlassian.net/jira/software/projects/SUP/boards/3?selectedIssue=SUP-17', 'SUP-17'],
      ['https://acme.atlassian.net/issues/SUP-17?jql=x', 'SUP-17'],
    ],
    others: [
      'https://acme.atlassian.net/jira/servicedesk/projects/SUP/queues/custom/4',
      'https://acme.atlassian.net/jira/software/projects/SUP/boards/3',
      'https://acme.atlassian.net/wiki/spaces/SUP/pages/17',
      'https://acme.atlassian.net/issues/?jql=project=SUP',
    ],
  },
  'jira-data-center': {
    tickets: [
      ['https://issues.acme.example/browse/SUP-17', 'SUP-17'],
      ['https://acme.example/jira/projects/SUP/queues/custom/4/SUP-17', 'SUP-17'],
    ],
    others: [
      'https://issues.acme.example/secure/Dashboard.jspa',
      'https://issues.acme.example/issues/?jql=',
      'https://issues.acme.example/browse/SUP',
    ],
  },
  servicenow: {
    tickets: [
      [`https://acme.service-now.com/nav_to.do?uri=incident.do?sys_id=${sysId}`, sysId],
      [`https://acme.service-now.com/nav_to.do?uri=%2Fincident.do%3Fsys_id%3D${sysId}`, sysId],
      [`https://acme.service-now.com/incident.do?sys_id=${sysId}`, sysId],
      [`https://acme.service-now.com/now/nav/ui/classic/params/target/incident.do%3Fsys_id%3D${sysId}`, sysId],
      [`https://acme.service-now.com/now/sow/record/incident/${sysId}`, sysId],
      [`https://acme.service-now.com/now/cwf/agent/record/sn_customerservice_case/${sysId}`, sysId],
      [`https://acme.service-now.com/now/workspace/agent/record/incident/${sysId}`, sysId],
      [`https://acme.service-now.com/now/sow/record/sys_user/${sysId.replace('0', 'f')}/sub/record/incident/${sysId}`, sysId],
    ],
    others: [
      'https://acme.service-now.com/now/sow/home',
      'https://acme.service-now.com/incident_list.do?sysparm_query=active=true',
      'https://acme.service-now.com/now/sow/record/incident/-1',
      `https://acme.service-now.com/sys_user.do?sys_id=${sysId}`,
      `https://acme.service-now.com/now/sow/record/incident/${sysId}/sub/record/sys_user/${sysId}`,
    ],
  },
  salesforce: {
    tickets: [
      ['https://acme.lightning.force.com/lightning/r/Case/500Hn00001AbCdEIAV/view', '500Hn00001AbCdEIAV'],
      ['https://acme.my.salesforce.com/lightning/r/Case/500Hn00001AbCdE/view', '500Hn00001AbCdE'],
    ],
    others: [
      'https://acme.lightning.force.com/lightning/o/Case/list?filterName=Recent',
      'https://acme.lightning.force.com/lightning/r/Account/001Hn00001AbCdEIAV/view',
      'https://acme.lightning.force.com/lightning/page/home',
    ],
  },
  hubspot: {
    tickets: [
      ['https://app.hubspot.com/help-desk/42/view/1001/ticket/9123', '9123'],
      ['https://app-eu1.hubspot.com/contacts/42/record/0-5/9123', '9123'],
      ['https://app.hubspot.com/contacts/42/ticket/9123', '9123'],
      ['https://app.hubspot.com/live-messages/42/inbox/9123', '9123'],
    ],
    others: [
      'https://app.hubspot.com/contacts/42/record/0-1/9123',
      'https://app.hubspot.com/help-desk/42/view/1001',
      'https://app.hubspot.com/reports-dashboard/42',
    ],
  },
  intercom: {
    tickets: [
      ['https://app.intercom.com/a/inbox/ab12/inbox/shared/all/conversation/2155', '2155'],
      ['https://app.eu.intercom.com/a/inbox/ab12/inbox/conversation/2155', '2155'],
      ['https://app.intercom.com/a/apps/ab12/inbox/inbox/all/conversations/2155', '2155'],
    ],
    others: ['https://app.intercom.com/a/inbox/ab12/inbox/shared/all', 'https://app.intercom.com/a/apps/ab12/settings/inbox'],
  },
  'zoho-desk': {
    tickets: [
      ['https://desk.zoho.com/agent/acme/support/tickets/details/415512000001', '415512000001'],
      ['https://desk.zoho.eu/support/acme/ShowHomePage.do#Cases/dv/415512000001', '415512000001'],
    ],
    others: ['https://desk.zoho.com/agent/acme/support/tickets/list/all', 'https://desk.zoho.com/agent/acme/support/dashboards/details/1'],
  },
  'help-scout': {
    tickets: [['https://secure.helpscout.net/conversation/2500111/5512?folderId=3', '5512']],
    others: [
      'https://secure.helpscout.net/mailbox/abc/3/',
      'https://secure.helpscout.net/dashboard/',
      'https://secure.helpscout.net/docs/1/article/2/',
    ],
  },
  front: {
    tickets: [['https://app.frontapp.com/open/cnv_1a2b3c', 'cnv_1a2b3c']],
    others: ['https://app.frontapp.com/inboxes/teammates/1', 'https://app.frontapp.com/settings'],
  },
  gorgias: {
    tickets: [
      ['https://acme.gorgias.com/app/ticket/77001', '77001'],
      ['https://acme.gorgias.com/app/views/12/77001', '77001'],
    ],
    others: ['https://acme.gorgias.com/app/views/12', 'https://acme.gorgias.com/app/settings/channels'],
  },
  kayako: {
    tickets: [['https://acme.kayako.com/agent/conversations/901', '901']],
    others: ['https://acme.kayako.com/agent/conversations/view/4', 'https://acme.kayako.com/agent/users/901'],
  },
  liveagent: {
    tickets: [['https://acme.ladesk.com/agent/index.php?rnd=5#Conversation;id=abc123', 'abc123']],
    others: ['https://acme.ladesk.com/agent/index.php?rnd=5#Tickets', 'https://acme.ladesk.com/agent/index.php'],
  },
  'dynamics-365': {
    tickets: [[`https://acme.crm4.dynamics.com/main.aspx?appid=1&pagetype=entityrecord&etn=incident&id=${guid}`, guid]],
    others: [
      `https://acme.crm4.dynamics.com/main.aspx?appid=1&pagetype=entityrecord&etn=account&id=${guid}`,
      'https://acme.crm4.dynamics.com/main.aspx?appid=1&pagetype=entitylist&etn=incident',
      'https://acme.crm4.dynamics.com/main.aspx?appid=1&pagetype=dashboard',
    ],
  },
  'github-issues': {
    tickets: [['https://github.com/acme/shop/issues/31', '31']],
    others: [
      'https://github.com/acme/shop/issues',
      'https://github.com/acme/shop/issues/new',
      'https://github.com/acme/shop/pull/31',
      'https://github.com/acme/shop',
    ],
  },
  gitlab: {
    tickets: [
      ['https://gitlab.com/acme/shop/-/issues/31', 'acme/shop#31'],
      ['https://git.acme.example/acme/sub/shop/-/work_items/31', 'acme/sub/shop#31'],
    ],
    others: [
      'https://gitlab.com/acme/shop/-/issues',
      'https://gitlab.com/acme/shop/-/issues/new',
      'https://gitlab.com/acme/shop/-/merge_requests/31',
      'https://gitlab.com/acme/shop/-/boards/31',
    ],
  },
  chatwoot: {
    tickets: [
      ['https://app.chatwoot.com/app/accounts/2/conversations/318', '318'],
      ['https://chat.acme.example/app/accounts/2/inbox/4/conversations/318', '318'],
      ['https://chat.acme.example/app/accounts/2/custom_view/4/conversations/318', '318'],
    ],
    others: [
      'https://app.chatwoot.com/app/accounts/2/dashboard',
      'https://app.chatwoot.com/app/accounts/2/contacts/318',
      'https://app.chatwoot.com/app/accounts/2/settings/inboxes/4',
    ],
  },
  zammad: {
    tickets: [
      ['https://acme.zammad.com/#ticket/zoom/12', '12'],
      ['https://help.acme.example/#ticket/zoom/12/345', '12'],
    ],
    others: ['https://acme.zammad.com/#dashboard', 'https://acme.zammad.com/#ticket/view/my_assigned', 'https://acme.zammad.com/#ticket/create'],
  },
  'request-tracker': {
    tickets: [
      ['https://rt.acme.example/Ticket/Display.html?id=7', '7'],
      ['https://rt.acme.example/rt/Ticket/History.html?id=7', '7'],
    ],
    others: [
      'https://rt.acme.example/Search/Results.html?Query=id=7',
      'https://rt.acme.example/',
      'https://rt.acme.example/Ticket/Create.html?Queue=1',
      'https://rt.acme.example/Ticket/Display.html?id=new',
    ],
  },
  glpi: {
    tickets: [
      ['https://glpi.acme.example/front/ticket.form.php?id=55', '55'],
      ['https://glpi.acme.example/glpi/front/problem.form.php?id=55', '55'],
    ],
    others: [
      'https://glpi.acme.example/front/ticket.php',
      'https://glpi.acme.example/front/ticket.form.php?id=0',
      'https://glpi.acme.example/front/user.form.php?id=55',
    ],
  },
  uvdesk: {
    tickets: [['https://desk.acme.example/en/member/ticket/view/21', '21']],
    others: ['https://desk.acme.example/en/member/tickets', 'https://desk.acme.example/en/member/dashboard'],
  },
  bugzilla: {
    tickets: [['https://bugs.acme.example/show_bug.cgi?id=1001', '1001']],
    others: [
      'https://bugs.acme.example/buglist.cgi?quicksearch=1001',
      'https://bugs.acme.example/enter_bug.cgi',
      'https://bugs.acme.example/show_bug.cgi',
    ],
  },
  manageengine: {
    tickets: [
      ['https://sdp.acme.example/WorkOrder.do?woMode=viewWO&woID=600&PORTALID=1', '600'],
      ['https://sdpondemand.manageengine.com/app/itdesk/ui/requests/600/details', '600'],
    ],
    others: [
      'https://sdp.acme.example/WOListView.do',
      'https://sdp.acme.example/WorkOrder.do?woMode=newWO',
      'https://sdpondemand.manageengine.com/app/itdesk/ui/requests',
    ],
  },
  happyfox: {
    tickets: [['https://acme.happyfox.com/staff/ticket/12', '12']],
    others: ['https://acme.happyfox.com/staff/tickets/pending', 'https://acme.happyfox.com/staff/manage', 'https://acme.happyfox.com/kb/article/12'],
  },
  'azure-devops': {
    tickets: [
      ['https://dev.azure.com/acme/shop/_workitems/edit/909', '909'],
      ['https://acme.visualstudio.com/shop/_workitems/edit/909/', '909'],
      ['https://dev.azure.com/acme/shop/_boards/board/t/Team/Issues?workitem=909', '909'],
    ],
    others: [
      'https://dev.azure.com/acme/shop/_workitems/recentlyupdated',
      'https://dev.azure.com/acme/shop/_git/shop?workitem=909',
      'https://dev.azure.com/acme/shop/_build/results?buildId=909',
    ],
  },
  redmine: {
    tickets: [
      ['https://desk.acme.example/issues/1001', '1001'],
      ['https://acme.example/redmine/issues/1001', '1001'],
    ],
    others: [
      'https://desk.acme.example/projects/support/issues',
      'https://desk.acme.example/projects/support/issues/new',
      'https://desk.acme.example/issues/1001/edit',
      'https://desk.acme.example/my/page',
    ],
  },
  osticket: {
    tickets: [['https://help.acme.example/scp/tickets.php?id=77', '77']],
    others: [
      'https://help.acme.example/scp/tickets.php',
      'https://help.acme.example/scp/tickets.php?queue=1',
      'https://help.acme.example/scp/tickets.php?id=77&a=edit',
      'https://help.acme.example/scp/users.php?id=77',
    ],
  },
  freescout: {
    tickets: [['https://help.acme.example/conversation/301?folder_id=4', '301']],
    others: [
      'https://help.acme.example/mailbox/1/4',
      'https://help.acme.example/mailbox/1/new-ticket',
      'https://help.acme.example/customers/301/edit',
    ],
  },
};
