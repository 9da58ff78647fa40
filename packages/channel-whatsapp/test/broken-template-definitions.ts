import { ACCEPTED, type WireExample } from './template-definitions.ts'

type Json = Record<string, unknown>

const plain = ACCEPTED[0]!.wire
const withParts = (...components: unknown[]): Json => ({ ...plain, components })
const body = { type: 'BODY', text: 'Thank you for your order, we will write again.' }
const withButton = (button: unknown) => withParts(body, { type: 'BUTTONS', buttons: [button] })
const withBody = (more: Json) => withParts({ ...body, ...more })
const without = (key: string): Json => {
  const { [key]: _, ...rest } = plain
  return rest
}
const link = { type: 'URL', text: 'Open', url: 'https://shop.example' }
const otp = { type: 'OTP', otp_type: 'ONE_TAP' }

/** What is no template by its shape, whatever it says. */
export const BROKEN: WireExample[] = [
  { what: 'nothing at all', wire: {} },
  { what: 'no name', wire: without('name') },
  { what: 'no language', wire: without('language') },
  { what: 'no category', wire: without('category') },
  { what: 'no components', wire: without('components') },
  { what: 'an unknown key', wire: { ...plain, allow_category_change: true } },
  { what: 'an empty name', wire: { ...plain, name: '' } },
  { what: 'a name with capitals', wire: { ...plain, name: 'Order_Receipt' } },
  { what: 'a name with spaces', wire: { ...plain, name: 'order receipt' } },
  { what: 'a name of another alphabet', wire: { ...plain, name: 'zamówienie' } },
  { what: 'a name of 513 characters', wire: { ...plain, name: 'a'.repeat(513) } },
  { what: 'a name that is a number', wire: { ...plain, name: 7 } },
  { what: 'a language with a hyphen', wire: { ...plain, language: 'en-US' } },
  { what: 'a language by its name', wire: { ...plain, language: 'English' } },
  { what: 'a language as when sending', wire: { ...plain, language: { code: 'en_US' } } },
  { what: 'a category of before 2023', wire: { ...plain, category: 'TRANSACTIONAL' } },
  { what: 'an unknown parameter format', wire: { ...plain, parameter_format: 'NUMBERED' } },
  { what: 'a time to live in words', wire: { ...plain, message_send_ttl_seconds: '1 hour' } },
  { what: 'a time to live with a fraction', wire: { ...plain, message_send_ttl_seconds: 60.5 } },
  { what: 'components that are no list', wire: { ...plain, components: body } },
  { what: 'an empty list of components', wire: withParts() },
  { what: 'a component that is a text', wire: withParts('Hello') },
  { what: 'a component without a type', wire: withParts({ text: 'Hello' }) },
  { what: 'a component of an unknown type', wire: withParts(body, { type: 'SIGNATURE', text: 'Anna' }) },
  { what: 'a component as when sending', wire: withParts({ type: 'BODY', parameters: [] }) },
  { what: 'two bodies', wire: withParts(body, body) },
  {
    what: 'two footers',
    wire: withParts(body, { type: 'FOOTER', text: 'a' }, { type: 'footer', text: 'b' }),
  },
  { what: 'a header without a format', wire: withParts({ type: 'HEADER', text: 'Hello' }, body) },
  { what: 'a header of sound', wire: withParts({ type: 'HEADER', format: 'AUDIO' }, body) },
  {
    what: 'a place with a text',
    wire: withParts({ type: 'HEADER', format: 'LOCATION', text: 'Here' }, body),
  },
  { what: 'a body with a format', wire: withBody({ format: 'TEXT' }) },
  { what: 'a text that is a number', wire: withBody({ text: 5 }) },
  { what: 'examples in a flat list', wire: withBody({ example: { body_text: ['Anna'] } }) },
  { what: 'examples that are numbers', wire: withBody({ example: { body_text: [[10482]] } }) },
  { what: 'two rows of examples', wire: withBody({ example: { body_text: [['Anna'], ['Jan']] } }) },
  { what: 'a header’s example in a body', wire: withBody({ example: { header_text: ['Anna'] } }) },
  { what: 'a footer with examples', wire: withParts(body, { type: 'FOOTER', text: 'a', example: {} }) },
  { what: 'no buttons in the buttons', wire: withParts(body, { type: 'BUTTONS', buttons: [] }) },
  { what: 'a button without a type', wire: withButton({ text: 'Yes' }) },
  { what: 'a button of an unknown type', wire: withButton({ type: 'EMAIL', text: 'Write' }) },
  { what: 'a quick reply without a text', wire: withButton({ type: 'QUICK_REPLY' }) },
  { what: 'a quick reply with a link', wire: withButton({ ...link, type: 'QUICK_REPLY' }) },
  { what: 'a link without an address', wire: withButton({ type: 'URL', text: 'Open' }) },
  {
    what: 'a phone number that is a number',
    wire: withButton({ type: 'PHONE_NUMBER', text: 'Call', phone_number: 48 }),
  },
  { what: 'a code to copy without an example', wire: withButton({ type: 'COPY_CODE' }) },
  { what: 'a flow that is not named', wire: withButton({ type: 'FLOW', text: 'Go' }) },
  {
    what: 'a flow that is named twice',
    wire: withButton({ type: 'FLOW', text: 'Go', flow_id: '1', flow_name: 'a' }),
  },
  {
    what: 'a flow with an unknown action',
    wire: withButton({ type: 'FLOW', text: 'Go', flow_id: '1', flow_action: 'close' }),
  },
  { what: 'a code button of no kind', wire: withButton({ type: 'OTP' }) },
  { what: 'a code button of an unknown kind', wire: withButton({ ...otp, otp_type: 'SMS' }) },
  {
    what: 'an app without a signature',
    wire: withButton({ ...otp, supported_apps: [{ package_name: 'a.b' }] }),
  },
  {
    what: 'six apps',
    wire: withButton({ ...otp, supported_apps: Array(6).fill({ package_name: 'a', signature_hash: 'b' }) }),
  },
  { what: 'an offer that says nothing', wire: withParts(body, { type: 'LIMITED_TIME_OFFER' }) },
  {
    what: 'an offer with its text beside it',
    wire: withParts(body, { type: 'LIMITED_TIME_OFFER', text: 'Ends soon' }),
  },
  { what: 'a carousel without cards', wire: withParts(body, { type: 'CAROUSEL', cards: [] }) },
  { what: 'an empty card', wire: withParts(body, { type: 'CAROUSEL', cards: [{ components: [] }] }) },
  {
    what: 'a card with a footer',
    wire: withParts(body, { type: 'CAROUSEL', cards: [{ components: [{ type: 'FOOTER', text: 'a' }] }] }),
  },
  {
    what: 'a carousel in a card',
    wire: withParts(body, { type: 'CAROUSEL', cards: [{ components: [{ type: 'CAROUSEL', cards: [] }] }] }),
  },
  { what: 'an expiry in words', wire: withParts(body, { type: 'FOOTER', code_expiration_minutes: 'ten' }) },
]
