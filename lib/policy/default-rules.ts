/**
 * The rules of the default policy: three general ones, the automatic triggers, and one rule for each mark. Data, edited by a lead; one
 * list of more than 250 lines, since leads look for a rule in one place.
 */
import type { PolicyInput } from './schema.ts';

type Rules = NonNullable<PolicyInput['rules']>;

const general: Rules = [
  {
    id: 'high-near-target',
    title: { en: 'High priority near its resolution target', vi: 'Ưu tiên cao sắp đến hạn giải quyết' },
    category: 'SLA',
    rule: `IF ticket.priority = "High" AND ticket.age > 80% of SLA AND ticket.status != "Resolved"
THEN escalate to Tier 2 AND notify manager AND add internal note`,
    examples: [
      { given: { 'ticket.priority': 'High', 'ticket.age': '81%', 'ticket.status': 'Open' }, fires: 'yes' },
      { given: { 'ticket.priority': 'High', 'ticket.age': '80%', 'ticket.status': 'Open' }, fires: 'no' },
    ],
    why: {
      en: 'There is still time for a specialist to keep the promise. After the target there is not.',
      vi: 'Lúc này chuyên viên vẫn còn kịp giữ cam kết. Quá hạn thì không còn kịp nữa.',
    },
  },
  {
    id: 'strong-words',
    title: { en: 'Very negative mood or strong words', vi: 'Thái độ rất tiêu cực hoặc lời lẽ gay gắt' },
    category: 'Sentiment',
    rule: `IF sentiment_score < -0.7 OR contains_keywords(["unacceptable", "terrible", "worst"])
THEN flag for review AND add priority bump AND alert team lead`,
    sentimentOnly: true,
    examples: [
      { given: { says: 'This is the worst service ever.' }, fires: 'yes' },
      { given: { sentiment_score: -0.7, says: 'Where is my parcel?' }, fires: 'no' },
    ],
    why: {
      en: 'A second pair of eyes helps most while the customer still writes to us.',
      vi: 'Có thêm một người xem lại là hữu ích nhất khi khách hàng vẫn còn trao đổi với mình.',
    },
  },
  {
    id: 'valued-customer',
    title: { en: 'Enterprise customer or high lifetime value', vi: 'Khách hàng Enterprise hoặc có giá trị vòng đời cao' },
    category: 'VIP',
    rule: `IF customer.tier = "Enterprise" OR customer.ltv > {{ltv_threshold}}
THEN set priority = "High" AND assign to senior agent AND notify account manager`,
    examples: [
      { given: { 'customer.tier': 'Enterprise' }, fires: 'yes' },
      { given: { 'customer.tier': 'Basic', 'customer.ltv': '$10,000' }, fires: 'no' },
    ],
    why: {
      en: 'The account manager knows what else is going on with this customer.',
      vi: 'Quản lý khách hàng nắm được những chuyện khác đang diễn ra với khách hàng này.',
    },
  },
];

const anger = 'sentiment in ["angry", "threatening"]';
/** A late first answer that was given in the end is no reason to escalate any more; a late resolution stays one until it is resolved. */
const late = 'first_response.state = "overdue" OR resolution.breached';
const valued = 'customer.vip OR customer.tier = "Enterprise" OR customer.ltv > {{ltv_threshold}}';

const triggers: Rules = [
  {
    id: 'sla-80',
    title: { en: '80 % of a target used', vi: 'Đã dùng 80% thời hạn cam kết' },
    category: 'SLA',
    // A target that is already missed is the next rule's, so that one ticket is not told the same thing twice.
    rule: `IF (first_response.used >= 80% AND first_response.state in ["running", "paused"])
OR (resolution.used >= 80% AND resolution.state in ["running", "paused"])
THEN escalate to Tier 2 AND notify manager`,
    why: {
      en: 'Handing over before the target leaves the next person time to act.',
      vi: 'Chuyển trước khi hết hạn thì người tiếp nhận còn thời gian xử lý.',
    },
  },
  {
    id: 'breach',
    title: { en: 'Target breached', vi: 'Đã quá thời hạn cam kết' },
    category: 'SLA',
    rule: `IF ${late}
THEN escalate to Tier 2 AND notify manager AND flag as urgent`,
    urgent: true,
    why: {
      en: 'The promise is broken already; somebody who can decide should know now.',
      vi: 'Cam kết đã bị trễ; người có quyền quyết định cần biết ngay.',
    },
  },
  {
    id: 'angry',
    title: { en: 'Angry or frustrated customer', vi: 'Khách hàng tức giận hoặc bức xúc' },
    category: 'Sentiment',
    rule: `IF sentiment in ["frustrated", "angry", "threatening"]
THEN flag for review AND alert team lead`,
    sentimentOnly: true,
    why: {
      en: 'A bad mood alone is no reason to hand a ticket over, but the team lead should see it.',
      vi: 'Riêng thái độ xấu chưa phải lý do để chuyển cấp, nhưng trưởng nhóm nên biết.',
    },
  },
  {
    id: 'legal',
    title: { en: 'Threat of a lawyer, a lawsuit or the press', vi: 'Dọa nhờ luật sư, khởi kiện hoặc đưa lên báo chí' },
    category: 'Legal or regulatory',
    rule: `IF contains_phrase(legal_threat) OR contains_phrase(media_threat) OR contains_phrase(regulatory)
THEN escalate to Tier 4 AND notify manager`,
    urgent: true,
    examples: [
      { given: { says: 'My lawyer will write to you.' }, fires: 'yes' },
      { given: { says: 'I will not sue you.' }, fires: 'no' },
    ],
    why: {
      en: 'What we write now may be read by a court. Only management answers.',
      vi: 'Những gì mình viết lúc này có thể được đưa ra tòa. Chỉ cấp quản lý trả lời.',
    },
  },
  {
    id: 'third-contact',
    title: { en: 'Third or later contact about this issue', vi: 'Liên hệ từ lần thứ ba về cùng vấn đề' },
    category: 'Repeated contact',
    rule: `IF contacts >= 3
THEN escalate to Tier 2`,
    examples: [
      { given: { contacts: 3 }, fires: 'yes' },
      { given: { contacts: 2 }, fires: 'no' },
    ],
    why: {
      en: 'What was tried twice and did not help needs somebody who knows more.',
      vi: 'Đã thử hai lần không được thì cần người hiểu sâu hơn.',
    },
  },
  {
    id: 'vip',
    title: { en: 'VIP customer', vi: 'Khách hàng VIP' },
    category: 'VIP',
    rule: `IF customer.vip
THEN set priority = "High" AND assign to senior agent AND notify account manager`,
    why: {
      en: 'Being a VIP changes who should know, not how hard the problem is: no tier by itself.',
      vi: 'VIP chỉ thay đổi việc ai cần biết, không làm vấn đề khó hơn: riêng điều này không chuyển cấp.',
    },
  },
  {
    id: 'vip-angry',
    title: { en: 'Valued customer who is angry or was let down', vi: 'Khách hàng quan trọng đang tức giận hoặc bị trễ hẹn' },
    category: 'VIP',
    rule: `IF (${valued})
AND (${anger} OR ${late})
THEN escalate to Tier 4 AND notify manager AND notify account manager`,
    urgent: true,
    why: {
      en: 'This relation is at risk. Management speaks with the customer directly.',
      vi: 'Quan hệ với khách hàng này đang gặp rủi ro. Cấp quản lý trao đổi trực tiếp với khách.',
    },
  },
  {
    id: 'revenue',
    title: { en: 'Revenue impact above the threshold', vi: 'Ảnh hưởng doanh thu vượt ngưỡng' },
    category: 'Revenue impact',
    rule: `IF revenue_impact > {{revenue_threshold}}
THEN escalate to Tier 2 AND notify manager`,
    examples: [
      { given: { revenue_impact: '$1,001' }, fires: 'yes' },
      { given: { revenue_impact: '$1,000' }, fires: 'no' },
      { given: {}, fires: 'unknown' },
    ],
    why: {
      en: 'Above this amount a manager wants to know before the customer calls.',
      vi: 'Trên mức này, quản lý muốn biết trước khi khách hàng gọi.',
    },
  },
  {
    id: 'security',
    title: { en: 'Security incident', vi: 'Sự cố bảo mật' },
    category: 'Security',
    rule: `IF contains_phrase(security_incident)
THEN escalate to Tier 3 AND set priority = "Critical"`,
    urgent: true,
    why: {
      en: 'Every minute counts and evidence must not be changed. Those who run the systems take it.',
      vi: 'Từng phút đều quan trọng và không được làm thay đổi dấu vết. Người vận hành hệ thống tiếp nhận.',
    },
  },
  {
    id: 'outage',
    title: { en: 'Outage', vi: 'Gián đoạn dịch vụ' },
    category: 'Technical',
    rule: `IF contains_phrase(outage)
THEN escalate to Tier 3 AND set priority = "Critical"`,
    urgent: true,
    why: {
      en: 'Others are hit as well, most likely. Those who run the systems must know at once.',
      vi: 'Rất có thể nhiều khách hàng khác cũng bị ảnh hưởng. Người vận hành hệ thống phải biết ngay.',
    },
  },
  {
    id: 'billing',
    title: { en: 'Billing dispute', vi: 'Tranh chấp thanh toán' },
    category: 'Billing',
    rule: `IF contains_phrase(billing_dispute)
THEN escalate to Tier 2`,
    why: { en: 'Tier 2 can see and correct the account.', vi: 'Cấp 2 xem và chỉnh sửa được tài khoản.' },
  },
  {
    id: 'account',
    title: { en: 'Account-level problem', vi: 'Vấn đề ở cấp tài khoản' },
    category: 'Technical',
    rule: `IF contains_phrase(account_problem)
THEN escalate to Tier 2`,
    why: { en: 'Tier 2 has the rights to change an account.', vi: 'Cấp 2 có quyền thay đổi tài khoản.' },
  },
];

const marks: Rules = [
  {
    id: 'mark-authority',
    title: { en: 'Outside my knowledge or authority', vi: 'Ngoài hiểu biết hoặc thẩm quyền của tôi' },
    category: 'Beyond knowledge or authority',
    rule: `IF marked("authority")
THEN escalate to Tier 2`,
    why: { en: 'You know best what you cannot solve. Say so early.', vi: 'Bạn biết rõ nhất điều gì mình không xử lý được. Hãy nói sớm.' },
  },
  {
    id: 'mark-manager',
    title: { en: 'Customer requests a manager', vi: 'Khách hàng yêu cầu gặp quản lý' },
    category: 'Manager requested',
    rule: `IF marked("manager")
THEN escalate to Tier 4 AND notify manager`,
    why: { en: 'Asking twice for a manager makes everything worse.', vi: 'Để khách phải xin gặp quản lý lần thứ hai chỉ làm mọi việc tệ hơn.' },
  },
  {
    id: 'mark-exception',
    title: { en: 'Policy exception needed', vi: 'Cần ngoại lệ so với chính sách' },
    category: 'Policy exception',
    rule: `IF marked("exception")
THEN notify manager AND escalate to Tier 2`,
    why: { en: 'Exceptions are a manager’s to give, so that they stay fair.', vi: 'Ngoại lệ do quản lý quyết định để bảo đảm công bằng.' },
  },
  {
    id: 'mark-department',
    title: { en: 'Another department needed', vi: 'Cần bộ phận khác' },
    category: 'Other department',
    rule: `IF marked("department")
THEN escalate to Tier 2 AND notify other department`,
    why: { en: 'Tier 2 keeps the ticket together while others work on it.', vi: 'Cấp 2 giữ đầu mối trong khi các bộ phận khác xử lý.' },
  },
  {
    id: 'mark-pr',
    title: { en: 'Potential PR or reputation risk', vi: 'Có thể ảnh hưởng truyền thông hoặc uy tín' },
    category: 'PR or reputation',
    rule: `IF marked("pr")
THEN escalate to Tier 4 AND notify manager`,
    urgent: true,
    why: { en: 'A public answer must come from those who speak for the company.', vi: 'Phản hồi công khai phải do người đại diện công ty đưa ra.' },
  },
];

export const defaultRules: Rules = [...general, ...triggers, ...marks];
