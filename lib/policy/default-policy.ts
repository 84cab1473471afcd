/** The policy that works before a lead writes one: one document, so one file of over 250 lines. A lead exports it, edits it and loads it back. */
import { defaultPhraseLists } from '../facts/phrase-lists/default-phrase-lists.ts';
import { priorityWords } from './default-priority-words.ts';
import { defaultRules } from './default-rules.ts';
import { defaultTemplates } from './default-templates.ts';
import { defaultTests } from './default-tests.ts';
import type { PolicyInput } from './schema.ts';

/** Words by which helpdesks call the n-th line of support. */
export const lineWords = (n: number, ordinal: string, spelled: string): string[] => [
  `Tier ${n}`,
  `Tier ${n} Support`,
  `T${n}`,
  `L${n}`,
  `L${n} Support`,
  `Level ${n}`,
  `Level ${n} Support`,
  `${ordinal} Level`,
  `${ordinal} Level Support`,
  `${ordinal} Line`,
  `${ordinal} Line Support`,
  `${spelled} Line`,
  `${spelled} Level Support`,
  `Cấp ${n}`,
];

const tiers: PolicyInput['tiers'] = [
  {
    tier: 1,
    name: { en: 'Frontline Support', vi: 'Hỗ trợ tuyến đầu' },
    handles: [
      { en: 'common issues and FAQs', vi: 'vấn đề thường gặp và câu hỏi phổ biến' },
      { en: 'password resets', vi: 'đặt lại mật khẩu' },
      { en: 'basic troubleshooting', vi: 'xử lý sự cố cơ bản' },
      { en: 'standard refunds and exchanges', vi: 'hoàn tiền và đổi hàng theo quy định' },
    ],
    resolvesPercent: [70, 80],
    respondsWithin: '2h',
    groups: ['Frontline', 'First Line Support', 'Tuyến đầu', ...lineWords(1, '1st', 'First')],
  },
  {
    tier: 2,
    name: { en: 'Technical/Specialist Support', vi: 'Hỗ trợ kỹ thuật/chuyên môn' },
    handles: [
      { en: 'complex technical issues', vi: 'vấn đề kỹ thuật phức tạp' },
      { en: 'account-level problems', vi: 'vấn đề ở cấp tài khoản' },
      { en: 'billing disputes', vi: 'tranh chấp thanh toán' },
    ],
    respondsWithin: '4h',
    requires: ['summary', 'tried'],
    requiresText: { en: 'Tier 1 documentation', vi: 'ghi chép của cấp 1' },
    groups: ['Technical Support', 'Specialist Support', 'Hỗ trợ kỹ thuật', ...lineWords(2, '2nd', 'Second')],
    steps: ['document-tries'],
  },
  {
    tier: 3,
    name: { en: 'Senior/Engineering Support', vi: 'Hỗ trợ cấp cao/kỹ sư' },
    handles: [
      { en: 'system bugs', vi: 'lỗi hệ thống' },
      { en: 'infrastructure', vi: 'hạ tầng' },
      { en: 'complex integrations', vi: 'tích hợp phức tạp' },
      { en: 'security incidents', vi: 'sự cố bảo mật' },
    ],
    respondsWithin: '8h',
    requires: ['summary', 'timeline', 'tried', 'attachments'],
    requiresText: { en: 'full case history', vi: 'toàn bộ lịch sử xử lý' },
    groups: ['Senior Support', 'Engineering Support', 'Engineering', 'Kỹ sư', ...lineWords(3, '3rd', 'Third')],
    steps: ['full-history', 'keep-evidence'],
  },
  {
    tier: 4,
    name: { en: 'Management/Executive', vi: 'Quản lý/Ban điều hành' },
    handles: [
      { en: 'legal threats', vi: 'đe dọa pháp lý' },
      { en: 'regulatory issues', vi: 'vấn đề với cơ quan quản lý' },
      { en: 'VIP complaints', vi: 'khiếu nại của khách hàng VIP' },
      { en: 'social media crises', vi: 'khủng hoảng trên mạng xã hội' },
    ],
    respondsWithin: 'immediate',
    requires: ['summary', 'timeline', 'tried', 'expectation', 'stakeholders'],
    requiresText: { en: 'direct stakeholder involvement', vi: 'sự tham gia trực tiếp của các bên liên quan' },
    groups: ['Management', 'Executive', 'Ban quản lý', 'Ban điều hành', ...lineWords(4, '4th', 'Fourth')],
    steps: ['no-promises', 'bring-in-stakeholders'],
  },
];

const priorities: PolicyInput['priorities'] = [
  {
    id: 'critical',
    name: { en: 'Critical', vi: 'Khẩn cấp' },
    description: { en: 'system down, security breach', vi: 'hệ thống ngừng hoạt động, vi phạm bảo mật' },
    aliases: [...priorityWords.critical],
    firstResponse: '15m',
    resolution: '4h',
  },
  {
    id: 'high',
    name: { en: 'High', vi: 'Cao' },
    description: { en: 'major feature broken, billing error', vi: 'chức năng chính bị hỏng, sai hóa đơn' },
    aliases: [...priorityWords.high],
    firstResponse: '1h',
    resolution: '8h',
  },
  {
    id: 'medium',
    name: { en: 'Medium', vi: 'Trung bình' },
    description: { en: 'feature issue, account question', vi: 'lỗi chức năng, câu hỏi về tài khoản' },
    aliases: [...priorityWords.medium],
    firstResponse: '4h',
    resolution: '24h',
  },
  {
    id: 'low',
    name: { en: 'Low', vi: 'Thấp' },
    description: { en: 'feature request, general inquiry', vi: 'đề xuất chức năng, câu hỏi chung' },
    aliases: [...priorityWords.low],
    firstResponse: '8h',
    resolution: '48h',
  },
];

const roles: PolicyInput['roles'] = [
  { id: 'manager', name: { en: 'manager', vi: 'quản lý' }, aliases: ['support manager', 'supervisor'] },
  { id: 'team-lead', name: { en: 'team lead', vi: 'trưởng nhóm' }, aliases: ['team leader', 'shift lead'] },
  { id: 'account-manager', name: { en: 'account manager', vi: 'quản lý khách hàng' }, aliases: ['customer success manager', 'CSM'] },
  { id: 'senior-agent', name: { en: 'senior agent', vi: 'nhân viên cấp cao' }, aliases: ['senior', 'specialist'] },
  { id: 'other-department', name: { en: 'other department', vi: 'bộ phận liên quan' }, aliases: ['department', 'that department'] },
];

const criteria: PolicyInput['criteria'] = [
  {
    id: 'manager',
    label: { en: 'Customer requests a manager', vi: 'Khách hàng yêu cầu gặp quản lý' },
    short: { en: 'Asks for a manager', vi: 'Đòi gặp quản lý' },
  },
  {
    id: 'exception',
    label: { en: 'Policy exception needed', vi: 'Cần ngoại lệ so với chính sách' },
    short: { en: 'Policy exception', vi: 'Cần ngoại lệ' },
    asks: { en: 'Which exception, and why is it fair?', vi: 'Ngoại lệ nào, và vì sao hợp lý?' },
  },
  {
    id: 'authority',
    label: { en: 'Outside my knowledge or authority', vi: 'Ngoài hiểu biết hoặc thẩm quyền của tôi' },
    short: { en: 'Beyond my authority', vi: 'Ngoài thẩm quyền' },
  },
  {
    id: 'department',
    label: { en: 'Another department needed', vi: 'Cần bộ phận khác' },
    short: { en: 'Other department', vi: 'Bộ phận khác' },
    asks: { en: 'Which department?', vi: 'Bộ phận nào?' },
  },
  {
    id: 'pr',
    label: { en: 'Potential PR or reputation risk', vi: 'Có thể ảnh hưởng truyền thông hoặc uy tín' },
    short: { en: 'PR risk', vi: 'Rủi ro truyền thông' },
  },
];

const steps: PolicyInput['steps'] = [
  {
    id: 'acknowledge',
    text: { en: 'Tell the customer that it is escalated', vi: 'Báo cho khách hàng biết yêu cầu đã được chuyển cấp' },
    why: {
      en: 'Silence after a handoff reads as being dropped. Use the message tab.',
      vi: 'Im lặng sau khi chuyển khiến khách thấy bị bỏ rơi. Dùng thẻ Tin nhắn.',
    },
  },
  {
    id: 'handoff',
    text: { en: 'Complete the handoff', vi: 'Hoàn tất bản bàn giao' },
    why: { en: 'Tickets come back when the next tier has to ask again.', vi: 'Phiếu thường bị trả lại khi cấp sau phải hỏi lại từ đầu.' },
  },
  { id: 'note', text: { en: 'Add an internal note', vi: 'Thêm ghi chú nội bộ' } },
  { id: 'bump-priority', text: { en: 'Raise the priority by one level', vi: 'Nâng mức ưu tiên lên một bậc' } },
  { id: 'flag-review', text: { en: 'Flag the ticket for review', vi: 'Đánh dấu phiếu để xem lại' } },
  { id: 'flag-urgent', text: { en: 'Flag the ticket as urgent', vi: 'Đánh dấu phiếu là gấp' } },
  {
    id: 'document-tries',
    text: { en: 'Write down what you checked and what came of it', vi: 'Ghi lại những gì bạn đã kiểm tra và kết quả' },
    why: { en: 'Tier 2 starts where you stopped instead of at the beginning.', vi: 'Cấp 2 sẽ làm tiếp từ chỗ bạn dừng, không phải làm lại từ đầu.' },
  },
  {
    id: 'full-history',
    text: { en: 'Attach the full case history: logs, times, screenshots', vi: 'Đính kèm toàn bộ lịch sử: nhật ký, thời điểm, ảnh chụp màn hình' },
    why: {
      en: 'Engineers cannot ask the customer, so the ticket must tell it all.',
      vi: 'Kỹ sư không hỏi khách hàng trực tiếp được, nên phiếu phải có đủ thông tin.',
    },
  },
  {
    id: 'keep-evidence',
    text: {
      en: 'Change nothing on the affected account until Tier 3 has looked',
      vi: 'Không thay đổi gì trên tài khoản bị ảnh hưởng cho đến khi cấp 3 xem',
    },
    why: { en: 'A reset or a restart can destroy what shows the cause.', vi: 'Đặt lại hoặc khởi động lại có thể làm mất dấu vết của nguyên nhân.' },
  },
  {
    id: 'no-promises',
    text: { en: 'Do not discuss liability or promise compensation', vi: 'Không bàn về trách nhiệm và không hứa bồi thường' },
    why: {
      en: 'Your words bind the company. Management decides what is offered.',
      vi: 'Lời bạn nói ràng buộc công ty. Cấp quản lý quyết định đề xuất gì.',
    },
  },
  {
    id: 'bring-in-stakeholders',
    text: {
      en: 'Call the manager directly; do not wait for an answer in the queue',
      vi: 'Gọi trực tiếp cho quản lý, không chờ trả lời trong hàng đợi',
    },
    why: { en: 'Tier 4 answers at once and with the people concerned.', vi: 'Cấp 4 phản hồi ngay cùng với những người liên quan.' },
  },
];

export const defaultPolicy: PolicyInput = {
  handrail: 1,
  id: 'default',
  name: { en: 'Default policy', vi: 'Chính sách mặc định' },
  version: 1,
  organization: { languages: ['en', 'vi'] },
  variables: { company_name: 'Company', ticket_volume: '', existing_structure: '', revenue_threshold: '$1,000', ltv_threshold: '$10,000' },
  tiers,
  assumedTier: 1,
  priorities,
  calendars: { default: { name: { en: 'Always open', vi: 'Hoạt động 24/7' }, timeZone: 'UTC', alwaysOpen: true } },
  customer: {
    tierFields: [
      ...'Customer Tier|Account Tier|Plan|Tier|Support Plan|Support Level|Service Level|Segment|Customer Type|Account Type|Subscription'.split('|'),
      ...'Hạng khách hàng|Cấp khách hàng|Gói dịch vụ|Gói|Kundenstufe|Kundenklasse|Supportstufe|Tarif|Niveau client|Forfait|Nivel de cliente'.split(
        '|',
      ),
      ...'Nível do cliente|Plano|顧客ランク|プラン|客户等级|客户级别|套餐|고객 등급|요금제|Livello cliente|Klantniveau|Poziom klienta'.split('|'),
      ...'Müşteri seviyesi|Уровень клиента|Тариф|Tingkat pelanggan|Paket|ระดับลูกค้า|แพ็กเกจ'.split('|'),
    ],
    ltvFields: [
      ...'Lifetime Value|LTV|CLV|Customer LTV|Customer Lifetime Value|Customer Value|Account Value|ARR'.split('|'),
      ...'Giá trị vòng đời|Giá trị khách hàng|Kundenwert|Valeur client|Valor de vida|Valor do cliente|顧客生涯価値'.split('|'),
    ],
    vipFields: ['VIP', 'Is VIP', 'VIP Customer', 'VIP Flag', 'Khách VIP', 'Khách hàng VIP'],
    revenueFields: [
      ...'Revenue Impact|Revenue at Risk|Financial Impact|Impact Amount|Amount at Stake'.split('|'),
      ...'Ảnh hưởng doanh thu|Umsatzauswirkung|Impact financier|Impacto en ingresos|Impacto na receita'.split('|'),
    ],
    vipTags: ['vip', 'enterprise', 'key-account', 'key_account'],
    vipTiers: ['VIP', 'Enterprise'],
  },
  roles,
  rules: defaultRules,
  phrases: defaultPhraseLists,
  criteria,
  steps,
  templates: defaultTemplates,
  tests: defaultTests,
};
