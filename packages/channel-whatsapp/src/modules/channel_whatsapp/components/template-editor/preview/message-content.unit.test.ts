import type { Parts } from '../model/parts.ts'
import { messageContent } from './message-content.ts'

const parts: Parts = [
  { type: 'HEADER', format: 'TEXT', text: 'Order {{1}}', example: { header_text: ['1042'] } },
  { type: 'BODY', text: 'Hi {{1}}, {{2}}.', example: { body_text: [['Ana', '']] } },
  { type: 'FOOTER', text: 'Acme' },
  {
    type: 'BUTTONS',
    buttons: [
      { type: 'QUICK_REPLY', text: 'Stop' },
      { type: 'COPY_CODE', example: 'MAY10' },
    ],
  },
]

test('values stand in the gaps, else samples, else the gap itself', () => {
  expect(messageContent(parts, { 'body.1': 'Jan' }, 'en')).toMatchObject({
    header: { text: 'Order 1042' },
    body: 'Hi Jan, {{2}}.',
    footer: 'Acme',
    buttons: [
      { kind: 'QUICK_REPLY', text: 'Stop' },
      { kind: 'COPY_CODE', text: null },
    ],
  })
})

const code = (otp: object, expiry?: number): Parts => [
  { type: 'BODY', add_security_recommendation: true },
  ...(expiry ? [{ type: 'FOOTER' as const, code_expiration_minutes: expiry }] : []),
  { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', ...otp }] },
]

test.each([
  [
    'in the language of the template',
    code({}, 5),
    'de',
    /verifizierungscode/i,
    /5 Minuten/,
    ['Code kopieren'],
  ],
  [
    'in English where we do not know Meta’s words',
    code({}),
    'fi',
    /your verification code/,
    /^$/,
    ['Copy code'],
  ],
  [
    'with the words chosen for the button',
    code({ text: 'Take it' }),
    'en',
    /do not share/,
    /^$/,
    ['Take it'],
  ],
  ['without a button where no tap is needed', code({ otp_type: 'ZERO_TAP' }), 'en', /code/, /^$/, []],
])('a code is shown %s', (_, parts, language, body, footer, buttons) => {
  const content = messageContent(parts, {}, language)
  expect(content.body).toMatch(body)
  expect(content.footer).toMatch(footer)
  expect(content.buttons.map(({ text }) => text)).toEqual(buttons)
})

test('each card is filled by its own values', () => {
  const card: Parts[number][] = [{ type: 'BODY', text: 'Tent {{1}}' }]
  const carousel = { type: 'CAROUSEL', cards: [{ components: card }, { components: card }] } as Parts[number]
  const { cards } = messageContent([carousel], { 'cards.1.body.1': 'XL' }, 'en')
  expect(cards.map(({ body }) => body)).toEqual(['Tent {{1}}', 'Tent XL'])
})
