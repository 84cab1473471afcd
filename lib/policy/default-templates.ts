/**
 * The texts a new policy starts with. Data, never code: the policy carries copies of them, and a lead edits those.
 *
 * The handoff is Markdown with mustache places and sections (see `template.ts`); an unfilled place prints its bracket. The messages
 * use the bracket names themselves, `[Tier]`, `[ID]` and so on, in every language (the closed list is `messagePlaces` in `messages.ts`).
 */
export const templateIds = ['handoff', 'acknowledgement', 'internal', 'followup', 'manager', 'accountManager'] as const;
export type TemplateId = (typeof templateIds)[number];

export const defaultTemplates: Readonly<Record<TemplateId, { readonly en: string; readonly vi: string }>> = {
  handoff: {
    en: `# Escalation Handoff Document

## Ticket Information
- **Ticket ID**: {{ticketId}}
- **Customer**: {{customer}}
- **Priority**: {{priority}}
- **Escalating To**: {{escalatingTo}}
- **Escalation Reason**: {{reason}}

## Issue Summary
{{summary}}

## Timeline
{{#timeline}}
- {{at}} - {{label}}: {{text}}
{{/timeline}}

## What Has Been Tried
{{#tried}}
{{n}}. {{text}}
{{/tried}}

## Customer Sentiment
{{sentiment}}

## Customer Expectation
{{expectation}}

## Recommended Next Steps
{{#nextSteps}}
{{n}}. {{text}}
{{/nextSteps}}

## Attachments
{{#attachments}}
- {{text}}
{{/attachments}}
`,
    vi: `# Tài liệu bàn giao chuyển cấp

## Thông tin yêu cầu
- **Mã yêu cầu**: {{ticketId}}
- **Khách hàng**: {{customer}}
- **Mức ưu tiên**: {{priority}}
- **Chuyển đến**: {{escalatingTo}}
- **Lý do chuyển cấp**: {{reason}}

## Tóm tắt vấn đề
{{summary}}

## Diễn biến
{{#timeline}}
- {{at}} - {{label}}: {{text}}
{{/timeline}}

## Những việc đã thử
{{#tried}}
{{n}}. {{text}}
{{/tried}}

## Thái độ của khách hàng
{{sentiment}}

## Mong muốn của khách hàng
{{expectation}}

## Đề xuất các bước tiếp theo
{{#nextSteps}}
{{n}}. {{text}}
{{/nextSteps}}

## Tệp đính kèm
{{#attachments}}
- {{text}}
{{/attachments}}
`,
  },
  acknowledgement: {
    en: "I've escalated your case to our [Tier] team who specializes in [issue type]. They'll be reaching out within [timeframe]. Your case reference is [ID].",
    vi: 'Tôi đã chuyển yêu cầu của anh/chị đến bộ phận [Tier], chuyên xử lý [issue type]. Bộ phận này sẽ liên hệ với anh/chị trong [timeframe]. Mã yêu cầu của anh/chị là [ID].',
  },
  internal: {
    en: 'Escalating ticket #[ID] to [Person/Team]. [1-sentence summary]. Customer is [sentiment]. [Urgency note if applicable]. Full context attached.',
    vi: 'Chuyển yêu cầu #[ID] đến [Person/Team]. [1-sentence summary]. Thái độ của khách hàng: [sentiment]. [Urgency note if applicable]. Toàn bộ thông tin được đính kèm.',
  },
  followup: {
    en: 'Following up on your escalated issue. [Summary of resolution]. Is there anything else I can help with?',
    vi: 'Tôi liên hệ lại về yêu cầu đã được chuyển cấp của anh/chị. [Summary of resolution]. Anh/chị còn cần tôi hỗ trợ gì thêm không ạ?',
  },
  manager: {
    en: 'Ticket #[ID] ([Customer]) needs your attention: [Category]. [1-sentence summary]. Customer is [sentiment]. [Urgency note if applicable]. It is going to [Person/Team].',
    vi: 'Yêu cầu #[ID] ([Customer]) cần anh/chị quan tâm: [Category]. [1-sentence summary]. Thái độ của khách hàng: [sentiment]. [Urgency note if applicable]. Yêu cầu đang được chuyển đến [Person/Team].',
  },
  accountManager: {
    en: 'Your customer [Customer] has an open ticket, #[ID]: [1-sentence summary]. Customer is [sentiment]. [Urgency note if applicable]. Please tell me what I should know about this account.',
    vi: 'Khách hàng [Customer] của anh/chị có một yêu cầu đang mở, #[ID]: [1-sentence summary]. Thái độ của khách hàng: [sentiment]. [Urgency note if applicable]. Nhờ anh/chị cho biết những điều tôi cần lưu ý về khách hàng này.',
  },
};
