import type { TemplateDraft } from './template-draft.ts'

const OTP_URL =
  'https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code_expiration_minutes=10&code=otp{{1}}'

/** Templates whose one button opens something of WhatsApp's own, and a one-time code. */
export const buttonTemplates: TemplateDraft[] = [
  {
    name: 'browse_catalog',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'All our products are a tap away.' },
      { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
    ],
  },
  {
    name: 'picked_for_you',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'Picked for you' },
      {
        type: 'BODY',
        text: 'We chose a few things you may like, {{1}}.',
        example: { body_text: [['Maria']] },
      },
      { type: 'BUTTONS', buttons: [{ type: 'MPM', text: 'View items' }] },
    ],
  },
  {
    name: 'book_a_fitting',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'Choose a time for your fitting.' },
      {
        type: 'BUTTONS',
        buttons: [
          {
            type: 'FLOW',
            text: 'Choose a time',
            flow_id: 510000000000001,
            flow_action: 'navigate',
            navigate_screen: 'TIMES',
          },
        ],
      },
    ],
  },
  {
    name: 'call_us_back',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'We missed your call. You can reach us here on WhatsApp.' },
      { type: 'BUTTONS', buttons: [{ type: 'VOICE_CALL', text: 'Call on WhatsApp' }] },
    ],
  },
  {
    name: 'sign_in_code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    components: [
      {
        type: 'BODY',
        text: '*{{1}}* is your verification code. For your security, do not share this code.',
        add_security_recommendation: true,
        example: { body_text: [['123456']] },
      },
      { type: 'FOOTER', text: 'This code expires in 10 minutes.', code_expiration_minutes: 10 },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'URL', text: 'Copy code', url: OTP_URL, example: [OTP_URL.replace('{{1}}', '123456')] },
        ],
      },
    ],
  },
]
