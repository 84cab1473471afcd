/**
 * The tickets of the demo helpdesk: every automatic trigger of the default policy, the traps beside them, in three languages.
 * One list of data, which is why it is long. All times are relative to `now`, so a clock that stands at 88 % stands there every day.
 */
export type DemoLanguage = 'en' | 'vi' | 'de';
export type DemoStatus = 'new' | 'open' | 'pending' | 'resolved' | 'closed';
export type DemoPriority = 'critical' | 'high' | 'medium' | 'low';

export interface DemoMessage {
  readonly author: string;
  readonly email: string;
  readonly role: 'customer' | 'agent';
  readonly internal: boolean;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly text: string;
  readonly attachments: readonly string[];
}

export interface DemoStatusChange {
  readonly at: string;
  readonly by: string;
  readonly from: DemoStatus;
  readonly to: DemoStatus;
}

/** What the default policy says about the ticket when every field was read. */
export interface DemoExpectation {
  /** The tier the policy asks for, without any mark of the person. */
  readonly tier: number;
  /** Triggers of the policy's table that fire. */
  readonly triggers: readonly (
    | 'sla-80'
    | 'breach'
    | 'angry'
    | 'legal'
    | 'third-contact'
    | 'vip'
    | 'vip-angry'
    | 'revenue'
    | 'security'
    | 'outage'
    | 'billing'
  )[];
  readonly resolved?: true;
  /** The agent's own mark changes the tier to this one. */
  readonly withMark?: { readonly criterion: 'manager'; readonly tier: number };
}

export interface DemoTicket {
  readonly id: string;
  readonly subject: string;
  readonly status: DemoStatus;
  readonly priority: DemoPriority;
  readonly createdAt: string;
  readonly updatedAt: string;
  readonly requester: { readonly name: string; readonly email: string };
  readonly organization?: string;
  readonly assignee?: string;
  readonly group: string;
  readonly tags: readonly string[];
  readonly customFields: Readonly<Record<string, string>>;
  readonly channel: 'email' | 'web' | 'chat';
  /** Language of the conversation, and of the interface unless the address asks for another. */
  readonly language: DemoLanguage;
  readonly messages: readonly DemoMessage[];
  readonly statusHistory: readonly DemoStatusChange[];
  readonly expect: DemoExpectation;
}

/** Agents of the demo desk by short name. */
export const demoAgents = {
  linh: { name: 'Linh Pham', email: 'linh.pham@brightdesk.example', group: 'Frontline Support' },
  tom: { name: 'Tom Becker', email: 'tom.becker@brightdesk.example', group: 'Frontline Support' },
  aisha: { name: 'Aisha Rahman', email: 'aisha.rahman@brightdesk.example', group: 'Technical Support' },
  duc: { name: 'Đức Nguyễn', email: 'duc.nguyen@brightdesk.example', group: 'Frontline Support' },
} as const;
type AgentKey = keyof typeof demoAgents;

/** Minutes before now. */
type Ago = number;
const h = 60;
const day = 24 * 60;

type Line =
  | { readonly c: Ago; readonly text: string; readonly files?: readonly string[] }
  | { readonly a: Ago; readonly by: AgentKey; readonly text: string; readonly note?: true; readonly files?: readonly string[] }
  | { readonly status: Ago; readonly by: AgentKey; readonly from: DemoStatus; readonly to: DemoStatus };

interface Draft {
  readonly id: string;
  readonly subject: string;
  readonly status: DemoStatus;
  readonly priority: DemoPriority;
  readonly from: readonly [name: string, email: string, organization?: string];
  readonly assignee?: AgentKey;
  readonly group?: string;
  readonly tags?: readonly string[];
  readonly fields?: Readonly<Record<string, string>>;
  readonly channel?: DemoTicket['channel'];
  readonly language?: DemoLanguage;
  readonly lines: readonly Line[];
  readonly expect: DemoExpectation;
}

const drafts: readonly Draft[] = [
  {
    id: '48213',
    subject: 'Refund still missing after two weeks',
    status: 'open',
    priority: 'high',
    from: ['Mai Tran', 'mai.tran@saoviet-retail.example', 'Sao Viet Retail'],
    assignee: 'linh',
    tags: ['refund', 'order-7781'],
    fields: { Plan: 'Enterprise', 'Lifetime value': '$48,200', 'Order number': '7781' },
    lines: [
      {
        c: 7 * h + 2,
        text: 'Hello,\n\nthe refund of $480 for order 7781 was approved on the 9th, but nothing has arrived on our card yet. Could you check where it is?\n\nBest regards,\nMai Tran\nSao Viet Retail',
        files: ['refund-approval.pdf'],
      },
      {
        a: 6 * h + 20,
        by: 'linh',
        text: 'Hi Mai,\n\nthank you for getting in touch. I can see the approval for order 7781. I have asked our payments provider to trace the transfer and re-sent the refund request. Could you confirm the last four digits of the card?\n\nKind regards,\nLinh',
      },
      {
        c: 4 * h + 30,
        text: 'The card ends in 4417. Please hurry, our accounts close this week.\n\nMai',
      },
      {
        a: 4 * h + 5,
        by: 'linh',
        note: true,
        text: 'Checked the payout log: the transfer was sent on the 10th and returned by the bank. Asked finance to send it again, no answer so far.',
      },
      {
        a: 3 * h + 50,
        by: 'linh',
        text: 'Thank you, Mai. The bank returned the first transfer. Finance is looking into a second one and I will keep you posted.',
      },
      {
        c: 2 * h,
        text: 'This is the third time I write about the same $480. You keep saying finance is looking into it. If the money is not on our account by tomorrow, my lawyer will take over.\n\nMai Tran',
        files: ['bank-statement.png'],
      },
    ],
    expect: { tier: 4, triggers: ['legal', 'third-contact', 'sla-80', 'vip'] },
  },
  {
    id: '48240',
    subject: 'How do I change my invoice address?',
    status: 'new',
    priority: 'medium',
    from: ['Jonas Lind', 'jonas@fjordcoffee.example', 'Fjord Coffee'],
    tags: ['account'],
    fields: { Plan: 'Starter', 'Lifetime value': '$640' },
    channel: 'web',
    lines: [
      {
        c: 84,
        text: 'Hi there,\n\nwe have moved to a new office. Where can I change the address on our invoices? The next one is due at the end of the month, so there is no rush.\n\nThanks,\nJonas',
      },
    ],
    expect: { tier: 1, triggers: [] },
  },
  {
    id: '48231',
    subject: 'Unknown logins to our admin account',
    status: 'open',
    priority: 'critical',
    from: ['Priya Nair', 'priya.nair@lumen-labs.example', 'Lumen Labs'],
    assignee: 'aisha',
    group: 'Technical Support',
    tags: ['security'],
    fields: { Plan: 'Business', 'Lifetime value': '$7,900' },
    lines: [
      {
        c: 46,
        text: 'Hello support,\n\nour admin account was hacked: the audit log shows logins from a country where we have nobody, and two API keys were created overnight. We believe customer data was accessed. What should we do first?\n\nPriya Nair',
        files: ['audit-log.csv', 'screenshot-logins.png'],
      },
      {
        a: 38,
        by: 'aisha',
        text: 'Hi Priya,\n\nI have revoked the two API keys and ended all open sessions. Please reset the passwords of all administrators now and turn on two-step login. I am bringing in our security colleagues.\n\nAisha',
      },
      {
        a: 36,
        by: 'aisha',
        note: true,
        text: 'Revoked keys ak_91 and ak_92, ended 14 sessions. Logins came from two addresses in one network. Security needs to take over.',
      },
      { c: 21, text: 'Thank you, passwords are reset. Can you tell us which records were read?\n\nPriya' },
    ],
    expect: { tier: 3, triggers: ['security'] },
  },
  {
    id: '48236',
    subject: 'Checkout is down in all our stores',
    status: 'open',
    priority: 'high',
    from: ['Marco Silva', 'marco@tejo-market.example', 'Tejo Market'],
    assignee: 'tom',
    tags: ['checkout', 'incident'],
    fields: { Plan: 'Business', 'Lifetime value': '$9,100' },
    channel: 'chat',
    lines: [
      {
        c: 34,
        text: 'Since this morning the checkout is completely down in all our stores: every payment ends with error 503. No customer can order anything.\n\nMarco',
        files: ['error-503.png'],
      },
      {
        a: 25,
        by: 'tom',
        text: 'Hi Marco, I can reproduce the error and have restarted the checkout service for your stores. Please try again in a minute.',
      },
      { c: 17, text: 'Tried again, still the same outage in every store.' },
    ],
    expect: { tier: 3, triggers: ['outage'] },
  },
  {
    id: '48222',
    subject: 'Charged twice for the October subscription',
    status: 'open',
    priority: 'medium',
    from: ['Olivia Grant', 'olivia.grant@papertrail.example', 'Papertrail Studio'],
    assignee: 'tom',
    tags: ['billing'],
    fields: { Plan: 'Starter', 'Lifetime value': '$1,120' },
    lines: [
      {
        c: 5 * h,
        text: 'Hello,\n\nmy card was charged twice for October, $89 each time. I dispute the second charge and would like it back on the same card.\n\nOlivia Grant',
        files: ['statement-october.pdf'],
      },
      {
        a: 4 * h + 12,
        by: 'tom',
        text: 'Hi Olivia,\n\nI have found both charges. The second one came from a retried payment. I am checking with billing how it can be returned.\n\nTom',
      },
      { a: 4 * h + 8, by: 'tom', note: true, text: 'Payments ch_3301 and ch_3302, same invoice. I cannot refund subscription charges myself.' },
    ],
    expect: { tier: 2, triggers: ['billing'] },
  },
  {
    id: '48219',
    subject: 'Orders are not released after payment',
    status: 'open',
    priority: 'high',
    from: ['Henrik Dahl', 'henrik.dahl@nordkit.example', 'Nordkit'],
    assignee: 'linh',
    tags: ['orders', 'webhook'],
    fields: { Plan: 'Business', 'Lifetime value': '$6,400', 'Revenue impact': '$4,200' },
    lines: [
      {
        c: 3 * h + 10,
        text: 'Hi,\n\npaid orders have not been released to our warehouse since last night. We are losing about $4,200 in sales because of it. Please have a look today.\n\nHenrik',
        files: ['webhook-log.txt'],
      },
      {
        a: 2 * h + 40,
        by: 'linh',
        text: 'Hi Henrik,\n\nI have re-sent the pending notifications from our side and cleared the queue. Can you see the orders now?\n\nLinh',
      },
      { c: 2 * h + 5, text: 'Twelve arrived, the rest is still missing.\n\nHenrik' },
    ],
    expect: { tier: 2, triggers: ['revenue'] },
  },
  {
    id: '48226',
    subject: 'Discount code is refused at checkout',
    status: 'open',
    priority: 'medium',
    from: ['Chloe Martin', 'chloe@petit-atelier.example', 'Petit Atelier'],
    assignee: 'tom',
    tags: ['discounts'],
    fields: { Plan: 'Starter', 'Lifetime value': '$2,050', 'Revenue impact': '$180' },
    channel: 'web',
    lines: [
      {
        c: 2 * h + 20,
        text: 'Hello, the code AUTUMN15 is refused at checkout. One customer gave up because of it, so we lost a sale of $180. Can you tell me what is wrong with the code?\n\nChloe',
      },
      {
        a: 95,
        by: 'tom',
        text: 'Hi Chloe, the code was limited to logged-in customers. I have opened it for guests and tested it with a new basket.',
      },
    ],
    expect: { tier: 1, triggers: [] },
  },
  {
    id: '48228',
    subject: 'Export loses half of my products',
    status: 'open',
    priority: 'medium',
    from: ['Greg Walsh', 'greg@walsh-tools.example'],
    assignee: 'tom',
    tags: ['export'],
    fields: { Plan: 'Starter', 'Lifetime value': '$310' },
    lines: [
      {
        c: 70,
        text: 'This is unacceptable. The export has lost half of my products AGAIN and I have wasted my whole morning on it. This is the worst software I have ever used, absolutely terrible!!!\n\nGreg',
        files: ['export.csv'],
      },
    ],
    expect: { tier: 1, triggers: ['angry'] },
  },
  {
    id: '48229',
    subject: 'Media player shows a black frame',
    status: 'open',
    priority: 'low',
    from: ['Hannah Cole', 'hannah@brightyoga.example', 'Bright Yoga'],
    assignee: 'tom',
    tags: ['video', 'social-media'],
    fields: { Plan: 'Starter', 'Lifetime value': '$880' },
    lines: [
      {
        c: 3 * h,
        text: 'Hi,\n\nthe media player on our course page shows a black frame until it is clicked. My colleague Sue says it also happens with the small player beside the legal notice. It would be nice if you could have a look when there is time.\n\nHannah',
        files: ['black-frame.mp4'],
      },
      {
        a: 2 * h + 15,
        by: 'tom',
        text: 'Hi Hannah, thanks for the video. I have turned off the preview image for your media files, which should help. Does Sue still see it?',
      },
    ],
    expect: { tier: 1, triggers: [] },
  },
  {
    id: '48207',
    subject: 'Password reset mail does not arrive',
    status: 'open',
    priority: 'medium',
    from: ['Daniel Okafor', 'daniel.okafor@greenroof.example', 'Greenroof'],
    assignee: 'linh',
    tags: ['login'],
    fields: { Plan: 'Starter', 'Lifetime value': '$1,430' },
    lines: [
      { c: 11 * h, text: 'Hello, I asked for a password reset twice but no mail arrives. Could you help?\n\nDaniel' },
      {
        a: 10 * h + 20,
        by: 'linh',
        text: 'Hi Daniel, I have sent a new reset mail and taken your address off our bounce list. Please check your spam folder as well.',
      },
      { c: 8 * h + 5, text: 'Nothing yet, and nothing in the spam folder either.\n\nDaniel' },
      { a: 7 * h + 30, by: 'linh', text: 'Thanks for checking. I have sent it to your second address now.' },
      {
        c: 50,
        text: 'Sorry to come back once more: it did not reach the second address either. I would like to be able to log in before Friday.\n\nDaniel',
      },
    ],
    expect: { tier: 2, triggers: ['third-contact'] },
  },
  {
    id: '48233',
    subject: 'Two more seats for our team',
    status: 'open',
    priority: 'medium',
    from: ['Sofia Keller', 'sofia.keller@alpenbank.example', 'Alpenbank'],
    assignee: 'tom',
    tags: ['vip', 'seats'],
    fields: { Plan: 'Enterprise', 'Lifetime value': '$126,000' },
    lines: [
      {
        c: 100,
        text: 'Good morning,\n\nwe have two new colleagues and would like to add two seats from next month. Could you send me the steps?\n\nMany thanks,\nSofia Keller',
      },
      {
        a: 75,
        by: 'tom',
        text: 'Good morning Sofia,\n\nof course. The steps are under Settings, Team. I have attached them as well.\n\nTom',
        files: ['add-seats.pdf'],
      },
    ],
    expect: { tier: 1, triggers: ['vip'] },
  },
  {
    id: '48217',
    subject: 'Schnittstelle liefert seit Tagen falsche Bestände',
    status: 'open',
    priority: 'high',
    from: ['Katrin Vogel', 'k.vogel@hansekontor.example', 'Hansekontor AG'],
    assignee: 'tom',
    tags: ['api', 'vip'],
    fields: { Plan: 'Enterprise', 'Lifetime value': '$88,500' },
    language: 'de',
    lines: [
      {
        c: 2 * h + 30,
        text: 'Guten Tag,\n\nseit drei Tagen liefert die Schnittstelle falsche Bestände. Bitte prüfen Sie das.\n\nKatrin Vogel\nHansekontor AG',
        files: ['bestand.json'],
      },
      {
        a: 2 * h + 5,
        by: 'tom',
        text: 'Guten Tag Frau Vogel,\n\nich habe den Zwischenspeicher geleert und den Abgleich neu gestartet. Bitte prüfen Sie die Werte noch einmal.\n\nTom Becker',
      },
      {
        c: 40,
        text: 'Das ist absolut inakzeptabel! Die Zahlen sind immer noch falsch, unsere Kunden beschweren sich und ich bin wirklich wütend. So einen schlechten Support habe ich noch nie erlebt.\n\nKatrin Vogel',
      },
    ],
    expect: { tier: 4, triggers: ['vip', 'angry', 'vip-angry'] },
  },
  {
    id: '48211',
    subject: 'Chưa nhận được mã kích hoạt',
    status: 'new',
    priority: 'medium',
    from: ['Nguyễn Thị Hạnh', 'hanh.nguyen@hoamai.example', 'Hoa Mai'],
    tags: ['kich-hoat'],
    fields: { Plan: 'Starter', 'Lifetime value': '$420' },
    language: 'vi',
    lines: [
      {
        c: 5 * h + 10,
        text: 'Xin chào,\n\nTôi đã thanh toán gói Starter sáng nay nhưng chưa nhận được mã kích hoạt. Nhờ anh chị kiểm tra giúp.\n\nCảm ơn,\nHạnh',
        files: ['bien-lai.jpg'],
      },
    ],
    expect: { tier: 2, triggers: ['breach'] },
  },
  {
    id: '48215',
    subject: 'Label printer prints blank pages',
    status: 'new',
    priority: 'medium',
    from: ['Ben Archer', 'ben@archerbooks.example', 'Archer Books'],
    tags: ['printing'],
    fields: { Plan: 'Starter', 'Lifetime value': '$950' },
    lines: [
      {
        c: 3 * h + 24,
        text: 'Hello,\n\nsince the update our label printer prints blank pages. The test page of the printer itself is fine. Which settings should I check?\n\nBen',
        files: ['label.pdf'],
      },
    ],
    expect: { tier: 2, triggers: ['sla-80'] },
  },
  {
    id: '48235',
    subject: 'Please connect me with your manager',
    status: 'open',
    priority: 'low',
    from: ['Robert Hayes', 'robert.hayes@hayes-garden.example'],
    assignee: 'linh',
    tags: ['returns'],
    fields: { Plan: 'Starter', 'Lifetime value': '$270' },
    lines: [
      { c: 2 * h + 40, text: 'Hello, I would like to return the starter kit, but the 30 days ended last week. Is there a way?\n\nRobert Hayes' },
      { a: 2 * h, by: 'linh', text: 'Hi Robert, unfortunately the return period is over and I cannot make an exception myself.' },
      { c: 45, text: 'I understand. Then I would like to speak to your manager about it, please.\n\nRobert Hayes' },
    ],
    expect: { tier: 1, triggers: [], withMark: { criterion: 'manager', tier: 4 } },
  },
  {
    id: '48204',
    subject: 'Synchronisation stops at 80 percent',
    status: 'pending',
    priority: 'high',
    from: ['Lena Fischer', 'lena@moderaum.example', 'Moderaum'],
    assignee: 'linh',
    tags: ['sync'],
    fields: { Plan: 'Business', 'Lifetime value': '$5,300' },
    lines: [
      { c: 11 * h, text: 'Hi, the product synchronisation stops at 80 percent. How can I find out which product is the cause?\n\nLena' },
      {
        a: 10 * h + 35,
        by: 'linh',
        text: 'Hi Lena, could you send me the log file from Settings, Diagnostics? I have raised the log level for your shop.',
      },
      { status: 10 * h + 35, by: 'linh', from: 'open', to: 'pending' },
    ],
    expect: { tier: 1, triggers: [] },
  },
  {
    id: '48201',
    subject: 'Invoices are exported in the wrong currency',
    status: 'open',
    priority: 'high',
    from: ['Paul Renard', 'paul.renard@atelier-nord.example', 'Atelier Nord'],
    assignee: 'tom',
    tags: ['export', 'invoices'],
    fields: { Plan: 'Business', 'Lifetime value': '$4,600' },
    lines: [
      {
        c: 6 * h,
        text: 'Hello,\n\nthe invoice export prints dollars, while our invoices are in euros. Could you check the setting?\n\nPaul Renard',
        files: ['export.xlsx'],
      },
      {
        a: 5 * h + 25,
        by: 'tom',
        text: 'Hi Paul, I have opened the export settings of your account. Which template do you use, the short or the long one?',
      },
      { status: 5 * h + 25, by: 'tom', from: 'open', to: 'pending' },
      { c: 2 * h + 30, text: 'The long one.\n\nPaul' },
      { status: 2 * h + 30, by: 'tom', from: 'pending', to: 'open' },
      { a: 2 * h, by: 'tom', text: 'Thank you. I have corrected the currency of the long template and sent you a test export.' },
    ],
    expect: { tier: 1, triggers: [] },
  },
  {
    id: '48188',
    subject: 'Wrong tax rate on invoices',
    status: 'resolved',
    priority: 'medium',
    from: ['Emma Novak', 'emma@novak-design.example', 'Novak Design'],
    assignee: 'tom',
    tags: ['invoices'],
    fields: { Plan: 'Starter', 'Lifetime value': '$2,700' },
    lines: [
      {
        c: 2 * day,
        text: 'The invoices of this week show the wrong tax rate. This is unacceptable, my accountant and my lawyer are both asking.\n\nEmma',
      },
      {
        a: 2 * day - 50,
        by: 'tom',
        text: 'Hi Emma, I am sorry for the trouble. I have corrected the tax rate and issued the four invoices again.',
        files: ['invoices.zip'],
      },
      { c: day + 20 * h, text: 'Perfect, all four are right now. Thank you for the quick help!\n\nEmma' },
      { status: day + 19 * h, by: 'tom', from: 'open', to: 'resolved' },
    ],
    expect: { tier: 1, triggers: [], resolved: true },
  },
  {
    id: '48221',
    subject: 'Khiếu nại: đơn hàng 5512 giao sai và không hoàn tiền',
    status: 'open',
    priority: 'high',
    from: ['Trần Quốc Bảo', 'bao.tran@bepviet.example', 'Bếp Việt'],
    assignee: 'duc',
    tags: ['hoan-tien'],
    fields: { Plan: 'Business', 'Lifetime value': '$3,900', 'Order number': '5512' },
    language: 'vi',
    lines: [
      {
        c: 4 * h,
        text: 'Chào anh chị,\n\nĐơn hàng 5512 giao sai 20 bộ nồi. Tôi muốn được đổi hàng trong tuần này.\n\nBảo',
        files: ['bien-ban-giao-hang.pdf'],
      },
      {
        a: 3 * h + 25,
        by: 'duc',
        text: 'Chào anh Bảo,\n\nEm đã gửi yêu cầu đổi hàng sang kho và kiểm tra phiếu giao. Em sẽ báo anh khi kho xác nhận.\n\nĐức',
      },
      {
        c: 35,
        text: 'Đến giờ vẫn chưa ai gọi cho tôi. Nếu hôm nay không giải quyết, tôi sẽ nhờ luật sư và khởi kiện công ty.\n\nTrần Quốc Bảo',
      },
    ],
    expect: { tier: 4, triggers: ['legal'] },
  },
  {
    id: '48224',
    subject: 'Kündigung wird nicht bestätigt',
    status: 'open',
    priority: 'medium',
    from: ['Stefan Braun', 'stefan.braun@rheinrad.example', 'Rheinrad'],
    assignee: 'tom',
    tags: ['vertrag'],
    fields: { Plan: 'Business', 'Lifetime value': '$2,200' },
    language: 'de',
    lines: [
      {
        c: 7 * h,
        text: 'Guten Tag,\n\nmeine Kündigung vom Montag wurde noch nicht bestätigt. Ich möchte eine schriftliche Bestätigung.\n\nStefan Braun',
      },
      { a: 6 * h + 10, by: 'tom', text: 'Guten Tag Herr Braun,\n\nich habe Ihre Kündigung an die Vertragsabteilung weitergeleitet.\n\nTom Becker' },
      { c: 55, text: 'Ohne Bestätigung bis morgen schalte ich meinen Anwalt ein.\n\nStefan Braun' },
    ],
    expect: { tier: 4, triggers: ['legal'] },
  },
  {
    id: '48230',
    subject: 'Re: Delivery times in the basket',
    status: 'open',
    priority: 'low',
    from: ['Ines Alvarez', 'ines@casaluz.example', 'Casa Luz'],
    assignee: 'linh',
    tags: ['shipping'],
    fields: { Plan: 'Starter', 'Lifetime value': '$1,010' },
    lines: [
      { c: 6 * h, text: 'Hi, the basket shows delivery times in days only. Can it show a date instead?\n\nInes' },
      {
        a: 5 * h + 30,
        by: 'linh',
        text: 'Hi Ines, yes, it can. I have switched it on. Some shops find a wrong date unacceptable and would even sue over it, so please check the first orders.',
      },
      {
        c: 65,
        text: 'Looks good, thanks!\n\nInes\n\n> Hi Ines, yes, it can. I have switched it on. Some shops find a wrong date unacceptable\n> and would even sue over it, so please check the first orders.',
      },
    ],
    expect: { tier: 1, triggers: [] },
  },
  {
    id: '48209',
    subject: 'Hóa đơn tháng 10 bị tính phí hai lần',
    status: 'open',
    priority: 'medium',
    from: ['Lê Minh Anh', 'minhanh@sachxanh.example', 'Sách Xanh'],
    assignee: 'aisha',
    group: 'Technical Support',
    tags: ['hoa-don'],
    fields: { Plan: 'Starter', 'Lifetime value': '$760' },
    language: 'vi',
    lines: [
      {
        c: 3 * h + 5,
        text: 'Xin chào,\n\nThẻ của tôi bị trừ tiền hai lần cho hóa đơn tháng 10. Tôi muốn được hoàn lại khoản thừa.\n\nMinh Anh',
        files: ['sao-ke.pdf'],
      },
      { a: 2 * h + 30, by: 'aisha', text: 'Chào chị Minh Anh,\n\nTôi đã thấy hai giao dịch và đang kiểm tra với bộ phận thanh toán.\n\nAisha' },
      { a: 2 * h + 28, by: 'aisha', note: true, text: 'Đã kiểm tra: giao dịch ch_7710 và ch_7711 cùng một hóa đơn.' },
    ],
    expect: { tier: 2, triggers: ['billing'] },
  },
];

/**
 * The tickets as they stand at an instant, newest update first.
 * @param now milliseconds since 1970; all times count back from it, cut to whole minutes as helpdesks print them.
 */
export function demoTickets(now: number): DemoTicket[] {
  const whole = Math.floor(now / 60_000) * 60_000;
  const iso = (ago: Ago) => new Date(whole - ago * 60_000).toISOString();
  return drafts.map((draft) => build(draft, iso)).sort((a, b) => b.updatedAt.localeCompare(a.updatedAt));
}

function build(draft: Draft, iso: (ago: Ago) => string): DemoTicket {
  const [name, email, organization] = draft.from;
  const messages: DemoMessage[] = [];
  const statusHistory: DemoStatusChange[] = [];
  const times: string[] = [];
  for (const line of draft.lines) {
    if ('status' in line) {
      const at = iso(line.status);
      times.push(at);
      statusHistory.push({ at, by: demoAgents[line.by].name, from: line.from, to: line.to });
    } else if ('c' in line) {
      const at = iso(line.c);
      times.push(at);
      messages.push({ author: name, email, role: 'customer', internal: false, at, text: line.text, attachments: line.files ?? [] });
    } else {
      const at = iso(line.a);
      const agent = demoAgents[line.by];
      times.push(at);
      messages.push({
        author: agent.name,
        email: agent.email,
        role: 'agent',
        internal: line.note === true,
        at,
        text: line.text,
        attachments: line.files ?? [],
      });
    }
  }
  times.sort();
  return {
    id: draft.id,
    subject: draft.subject,
    status: draft.status,
    priority: draft.priority,
    createdAt: times[0] ?? iso(0),
    updatedAt: times.at(-1) ?? iso(0),
    requester: { name, email },
    ...(organization === undefined ? {} : { organization }),
    ...(draft.assignee === undefined ? {} : { assignee: demoAgents[draft.assignee].name }),
    group: draft.group ?? 'Frontline Support',
    tags: draft.tags ?? [],
    customFields: draft.fields ?? {},
    channel: draft.channel ?? 'email',
    language: draft.language ?? 'en',
    messages,
    statusHistory,
    expect: draft.expect,
  };
}
