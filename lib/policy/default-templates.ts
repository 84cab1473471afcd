/**
 * The texts a new policy starts with. Data, never code: the policy carries copies of them, and a lead edits those.
 *
 * Brackets are places to fill; one that cannot be filled stays visible. The example lines of a list stand for all its entries. The closed
 * lists of brackets are in `lib/documents`: `handoff-places.ts` and `message-places.ts`. Mustache places and sections work as well.
 */
export const templateIds = ['handoff', 'acknowledgement', 'internal', 'followup', 'manager', 'accountManager'] as const;
export type TemplateId = (typeof templateIds)[number];

export const defaultTemplates: Readonly<Record<TemplateId, { readonly en: string; readonly vi: string }>> = {
  handoff: {
    en: `# Escalation Handoff Document

## Ticket Information
- **Ticket ID**: [Number]
- **Customer**: [Name/Account]
- **Priority**: [Level]
- **Escalating To**: [Tier/Person]
- **Escalation Reason**: [Category]

## Issue Summary
[2-3 sentence description of the problem]

## Timeline
- [Date/Time] - Initial contact: [Summary]
- [Date/Time] - Action taken: [Details]
- [Date/Time] - Escalation triggered: [Reason]

## What Has Been Tried
1. [Action and result]
2. [Action and result]
3. [Action and result]

## Customer Sentiment
[Calm / Frustrated / Angry / Threatening]

## Customer Expectation
[What the customer wants as resolution]

## Recommended Next Steps
1. [Suggested action]
2. [Suggested action]

## Attachments
- [Screenshots, logs, previous correspondence]
`,
    vi: `# Tài liệu bàn giao chuyển cấp

## Thông tin phiếu
- **Mã phiếu**: [Số]
- **Khách hàng**: [Tên/Tài khoản]
- **Mức ưu tiên**: [Mức]
- **Chuyển đến**: [Cấp/Người]
- **Lý do chuyển cấp**: [Nhóm lý do]

## Tóm tắt vấn đề
[Mô tả vấn đề trong 2-3 câu]

## Diễn biến
- [Ngày/Giờ] - Liên hệ đầu tiên: [Tóm tắt]
- [Ngày/Giờ] - Đã xử lý: [Chi tiết]
- [Ngày/Giờ] - Chuyển cấp: [Lý do]

## Những việc đã thử
1. [Việc đã làm và kết quả]
2. [Việc đã làm và kết quả]
3. [Việc đã làm và kết quả]

## Thái độ của khách hàng
[Bình tĩnh / Thất vọng / Tức giận / Đe dọa]

## Mong muốn của khách hàng
[Cách giải quyết mà khách hàng mong muốn]

## Đề xuất các bước tiếp theo
1. [Việc nên làm]
2. [Việc nên làm]

## Tệp đính kèm
- [Ảnh chụp màn hình, nhật ký, thư từ trước đây]
`,
  },
  acknowledgement: {
    en: "I've escalated your case to our [Tier] team who specializes in [issue type]. They'll be reaching out within [timeframe]. Your case reference is [ID].",
    vi: 'Tôi đã chuyển yêu cầu của anh/chị đến bộ phận [cấp hỗ trợ], chuyên xử lý [loại vấn đề]. Bộ phận này sẽ liên hệ với anh/chị trong [khoảng thời gian]. Mã yêu cầu của anh/chị là [mã yêu cầu].',
  },
  internal: {
    en: 'Escalating ticket #[ID] to [Person/Team]. [1-sentence summary]. Customer is [sentiment]. [Urgency note if applicable]. Full context attached.',
    vi: 'Chuyển phiếu #[mã yêu cầu] đến [Người/Nhóm]. [tóm tắt trong 1 câu]. Thái độ của khách hàng: [thái độ]. [Ghi chú khẩn nếu có]. Toàn bộ thông tin được đính kèm.',
  },
  followup: {
    en: 'Following up on your escalated issue. [Summary of resolution]. Is there anything else I can help with?',
    vi: 'Tôi liên hệ lại về yêu cầu đã được chuyển cấp của anh/chị. [Tóm tắt cách giải quyết]. Anh/chị còn cần tôi hỗ trợ gì thêm không ạ?',
  },
  manager: {
    en: 'Ticket #[ID] ([Customer]) needs your attention: [Category]. [1-sentence summary]. Customer is [sentiment]. [Urgency note if applicable]. It is going to [Person/Team].',
    vi: 'Phiếu #[mã yêu cầu] ([Tên/Tài khoản]) cần anh/chị quan tâm: [Nhóm lý do]. [tóm tắt trong 1 câu]. Thái độ của khách hàng: [thái độ]. [Ghi chú khẩn nếu có]. Phiếu đang được chuyển đến [Người/Nhóm].',
  },
  accountManager: {
    en: 'Your customer [Customer] has an open ticket, #[ID]: [1-sentence summary]. Customer is [sentiment]. [Urgency note if applicable]. Please tell me what I should know about this account.',
    vi: 'Khách hàng [Tên/Tài khoản] của anh/chị có một phiếu đang mở, #[mã yêu cầu]: [tóm tắt trong 1 câu]. Thái độ của khách hàng: [thái độ]. [Ghi chú khẩn nếu có]. Nhờ anh/chị cho biết những điều tôi cần lưu ý về khách hàng này.',
  },
};
