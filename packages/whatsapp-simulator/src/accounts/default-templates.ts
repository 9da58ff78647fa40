import { buttonTemplates } from './button-templates.ts'
import { componentTemplates } from './component-templates.ts'
import { consentTemplates } from './consent-templates.ts'
import type { Template } from './template.ts'
import type { TemplateDraft } from './template-draft.ts'

/** The templates every default account has; `prefix` keeps their ids apart between accounts. */
export function defaultTemplates(prefix: string, businessName: string): Template[] {
  const drafts: TemplateDraft[] = [
    {
      name: 'order_update',
      language: 'en_US',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Hi {{1}}, your order {{2}} is on its way.',
          example: { body_text: [['Maria', 'A-1042']] },
        },
        { type: 'FOOTER', text: businessName },
      ],
    },
    {
      name: 'order_update',
      language: 'pl',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'Cześć {{1}}, Twoje zamówienie {{2}} jest już w drodze.',
          example: { body_text: [['Maria', 'A-1042']] },
        },
        { type: 'FOOTER', text: businessName },
      ],
    },
    {
      name: 'welcome_back',
      language: 'en_US',
      category: 'MARKETING',
      parameter_format: 'NAMED',
      components: [
        { type: 'HEADER', format: 'TEXT', text: 'Good to see you again' },
        {
          type: 'BODY',
          text: 'Hello {{first_name}}, the new season has arrived. Shall we show you what is new?',
          example: { body_text_named_params: [{ param_name: 'first_name', example: 'Maria' }] },
        },
        { type: 'FOOTER', text: businessName },
        {
          type: 'BUTTONS',
          buttons: [
            { type: 'QUICK_REPLY', text: 'Yes, please' },
            { type: 'QUICK_REPLY', text: 'Not now' },
          ],
        },
      ],
    },
    {
      name: 'appointment_reminder',
      language: 'en_US',
      category: 'UTILITY',
      components: [
        {
          type: 'BODY',
          text: 'This is a reminder of your appointment tomorrow. Write to us if you cannot come.',
        },
      ],
    },
    {
      name: 'delivery_survey',
      language: 'en_US',
      category: 'UTILITY',
      status: 'PENDING',
      quality_score: { score: 'UNKNOWN' },
      components: [
        { type: 'BODY', text: 'How did we do with your last delivery? Answer with a number from 1 to 5.' },
      ],
    },
    {
      name: 'flash_sale',
      language: 'en_US',
      category: 'MARKETING',
      status: 'REJECTED',
      rejected_reason: 'PROMOTIONAL',
      quality_score: { score: 'UNKNOWN' },
      components: [{ type: 'BODY', text: 'Everything must go today! Answer now for your discount.' }],
    },
    ...componentTemplates,
    ...buttonTemplates,
    ...consentTemplates(businessName),
  ]
  return drafts.map((draft, index) => ({
    id: `${prefix}${String(index + 1).padStart(3, '0')}`,
    status: 'APPROVED',
    parameter_format: 'POSITIONAL',
    rejected_reason: 'NONE',
    quality_score: { score: 'GREEN' },
    ...draft,
  }))
}
