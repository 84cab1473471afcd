/** What is written in the examples, in the language in which they are shown: a customer of a Vietnamese team writes Vietnamese. */
const vietnamese: Readonly<Record<string, string>> = {
  'Refund still missing after two weeks': 'Hai tuần rồi vẫn chưa được hoàn tiền',
  'Refund of $480 for order 7781 has not arrived.': 'Tôi vẫn chưa nhận được 480 USD hoàn lại cho đơn hàng 7781.',
  'I asked our bank to trace the payment.': 'Tôi đã nhờ ngân hàng tra soát khoản thanh toán.',
  'Nothing yet. I will speak to my lawyer.': 'Vẫn chưa có gì. Tôi sẽ nhờ luật sư của tôi.',
  'my lawyer': 'luật sư của tôi',
  'Mai Tran': 'Trần Mai',
  'Chris Doe': 'Lê Đức',
  'Noah Berg': 'Phạm Nam',
  'Sao Viet Retail': 'Bán lẻ Sao Việt',
  Frontline: 'Tuyến đầu',
  Open: 'Đang mở',
  Pending: 'Đang chờ',
  High: 'Cao',
  Medium: 'Trung bình',
  Plan: 'Gói dịch vụ',
  'Order number': 'Mã đơn hàng',
  Region: 'Khu vực',
  Product: 'Sản phẩm',
  Billing: 'Thanh toán',
  Basic: 'Cơ bản',
  Channel: 'Kênh',
  Mail: 'Thư',
  'How do I change my invoice address?': 'Tôi đổi địa chỉ xuất hóa đơn thế nào?',
  Priority: 'Mức ưu tiên',
  Urgent: 'Gấp',
  'Customer tier': 'Hạng khách hàng',
  Platinum: 'Bạch kim',
  Copied: 'Đã sao chép',
  'Handed over to Management, today 16:02': 'Đã bàn giao cho Quản lý, 16:02 hôm nay',
  'from Frontline': 'từ Tuyến đầu',
  'because of: Legal or regulatory': 'lý do: Pháp lý hoặc quy định',
  'Resolution: 84 % used': 'Giải quyết: đã dùng 84%',
  'We guarantee a full refund.': 'Chúng tôi cam kết hoàn tiền đầy đủ.',
  'Acme support': 'Hỗ trợ Acme',
  '#48213 · Resolution': '#48213 · Giải quyết',
  '#48190 · Update owed': '#48190 · Cần báo tin cho khách',
  'First response': 'Phản hồi đầu tiên',
  'Sync fails every night': 'Đồng bộ lỗi mỗi đêm',
  'Snoozed until 15:30': 'Hoãn đến 15:30',
  '58 min': '58 phút',
  '2 h 10 m': '2 giờ 10 ph',
  '2 h 36 m': '2 giờ 36 ph',
  'overdue by 3 h': 'quá hạn 3 giờ',
  'rules[3].rule: unknown fact `ticket.prority`; did you mean `ticket.priority`?':
    'rules[3].rule: không có dữ kiện `ticket.prority`. Có phải ý bạn là `ticket.priority`?',
};

/** @returns `value` with every text that the examples have in this language; what they do not have stays English. */
export function inExampleLanguage<T>(value: T, language: string): T {
  return language === 'vi' ? (translated(value) as T) : value;
}

function translated(value: unknown): unknown {
  if (typeof value === 'string') return word(value);
  if (Array.isArray(value)) return value.map(translated);
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, member]) => [word(key), translated(member)]));
  return value;
}

const word = (text: string): string => (Object.hasOwn(vietnamese, text) ? (vietnamese[text] ?? text) : text);
