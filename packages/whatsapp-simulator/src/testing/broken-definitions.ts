import { changed } from './change.ts'
import { type Definition, definitions } from './template-definitions.ts'

const [plain, numbered, named] = ['a text alone', 'variables with numbers', 'variables with names'].map(
  (name) => definitions[name]!,
) as [Definition, Definition, Definition]
const replies = definitions['quick replies']!
const link = definitions['a picture and a link with a variable']!
const offer = definitions['a limited-time offer']!
const carousel = definitions['a carousel of pictures']!
const code = definitions['a code to copy']!
const withPhone = definitions['a document, a phone and a link']!

const reply = { type: 'QUICK_REPLY', text: 'Yes' }
const url = { type: 'URL', text: 'Shop', url: 'https://example.com/' }
const phone = { type: 'PHONE_NUMBER', text: 'Call us', phone_number: '48221234502' }
const many = (count: number, button: object) => Array.from({ length: count }, () => button)
const text = (words: string, ...examples: string[]) => ({
  type: 'BODY',
  text: words,
  ...(examples.length > 0 ? { example: { body_text: [examples] } } : {}),
})

/** What is wrong, the template in which it is, and the subcode with which it is refused; null where there is none. */
export const brokenDefinitions: [what: string, definition: Definition, subcode: number | null][] = [
  ['an unknown key', changed(plain, 'colour', 'blue'), null],
  ['an unknown key of a component', changed(plain, 'components.0.colour', 'blue'), null],
  ['an unknown key of a button', changed(replies, 'components.2.buttons.0.payload', 'x'), null],
  ['an unknown kind of component', changed(numbered, 'components.2.type', 'SIGNATURE'), null],
  ['an unknown kind of button', changed(replies, 'components.2.buttons.0.type', 'RSVP'), null],
  ['an unknown format', changed(numbered, 'components.0.format', 'AUDIO'), null],
  ['an unknown category', changed(plain, 'category', 'SERVICE'), null],
  ['no category', changed(plain, 'category', undefined), null],
  ['no components', changed(plain, 'components', []), null],
  ['two bodies', changed(plain, 'components.1', text('Once more.')), 2388039],
  ['no body', changed(replies, 'components', replies.components.slice(1)), 2388072],
  ['an empty body', changed(plain, 'components.0.text', ' '), 2388072],
  ['a body that is too long', changed(plain, 'components.0.text', 'x'.repeat(1025)), 2388040],
  ['a body of an offer that is too long', changed(offer, 'components.2.text', 'x'.repeat(601)), 2388040],
  [
    'a variable at the start',
    changed(plain, 'components.0', text('{{1}}, your parcel is here.', 'Maria')),
    2388299,
  ],
  [
    'a variable at the end',
    changed(plain, 'components.0', text('Your parcel is here, {{1}}', 'Maria')),
    2388299,
  ],
  ['too many variables', changed(plain, 'components.0', text('Hi {{1}}, see {{2}}.', 'a', 'b')), 2388293],
  [
    'variables side by side',
    changed(plain, 'components.0', text('Hello dear {{1}}{{2}}, your parcel is here.', 'a', 'b')),
    2388072,
  ],
  [
    'a number left out',
    changed(numbered, 'components.1.text', 'Hi {{1}}, your order {{3}} is here.'),
    2388072,
  ],
  [
    'a number that is zero',
    changed(numbered, 'components.1.text', 'Hi {{0}}, order {{1}} is here.'),
    2388072,
  ],
  [
    'a name among numbers',
    changed(numbered, 'components.1.text', 'Hi {{name}}, order {{2}} is here.'),
    2388072,
  ],
  [
    'a number among names',
    changed(named, 'components.1.text', 'Hi {{1}}, order {{order}} is here.'),
    2388072,
  ],
  [
    'a name in capitals',
    changed(named, 'components.1.text', 'Hi {{Name}}, order {{order}} is here.'),
    2388072,
  ],
  [
    'braces that do not close',
    changed(plain, 'components.0.text', 'Hello {{1, your parcel is here.'),
    2388072,
  ],
  ['a body with a hole', changed(plain, 'components.0.text', 'Your parcel\n\n\nwaits here.'), 2388072],
  ['a header with an asterisk', changed(numbered, 'components.0.text', '*Forgot* {{1}}?'), 2388047],
  ['no example of a variable', changed(numbered, 'components.1.example', undefined), 2388072],
  ['an example too few', changed(numbered, 'components.1.example.body_text.0', ['Maria']), 2388072],
  ['an empty example', changed(numbered, 'components.1.example.body_text.0.1', ''), 2388072],
  ['a lone example', changed(numbered, 'components.1.example.body_text', 'Maria'), null],
  ['examples in a flat list', changed(numbered, 'components.1.example.body_text', ['Maria', 'A-1042']), null],
  [
    'no example of a name',
    changed(named, 'components.1.example.body_text_named_params.0.param_name', 'x'),
    2388072,
  ],
  ['a header that is too long', changed(numbered, 'components.0.text', 'x'.repeat(61)), 2388040],
  ['a header of two lines', changed(numbered, 'components.0.text', 'Forgot\n{{1}}?'), 2388047],
  ['a header with two variables', changed(numbered, 'components.0.text', 'Hi {{1}} and {{2}}!'), 2388047],
  ['a header without a text', changed(numbered, 'components.0.text', undefined), 2388047],
  ['no example of a header', changed(numbered, 'components.0.example', undefined), 2388047],
  ['a footer that is too long', changed(numbered, 'components.2.text', 'x'.repeat(61)), 2388040],
  ['a footer with a variable', changed(numbered, 'components.2.text', 'From {{1}}'), 2388073],
  ['an eleventh button', changed(replies, 'components.2.buttons', many(11, reply)), 2388039],
  ['three links', changed(replies, 'components.2.buttons', many(3, url)), 2388039],
  ['two phones', changed(withPhone, 'components.2.buttons.1', phone), 2388039],
  ['replies that are not grouped', changed(replies, 'components.2.buttons', [reply, url, reply]), 2388039],
  ['a label that is too long', changed(replies, 'components.2.buttons.0.text', 'x'.repeat(26)), 2388040],
  [
    'a link with a variable in the middle',
    changed(link, 'components.2.buttons.0.url', 'https://a.example/{{1}}/b'),
    2388039,
  ],
  ['a link that is none', changed(link, 'components.2.buttons.0.url', 'our shop'), 2388039],
  ['a link without an example', changed(link, 'components.2.buttons.0.example', undefined), 2388039],
  [
    'an offer code that is too long',
    changed(offer, 'components.3.buttons.0.example', 'x'.repeat(16)),
    2388040,
  ],
  ['an offer with a footer', changed(offer, 'components.4', { type: 'FOOTER', text: 'Acme' }), 2388039],
  ['an offer that is no marketing', changed(offer, 'category', 'UTILITY'), 2388039],
  [
    'an offer with too much to say',
    changed(offer, 'components.1.limited_time_offer.text', 'x'.repeat(17)),
    2388040,
  ],
  ['an offer whose code is not first', changed(offer, 'components.3.buttons', codeLast(offer)), 2388039],
  ['an offer that ends, without a code', changed(offer, 'components.3.buttons', [url]), 2388039],
  ['an offer with a reply', changed(offer, 'components.3.buttons.1', reply), 2388039],
  ['a lone card', changed(carousel, 'components.1.cards', [cards(carousel)[0]]), 2388039],
  ['cards that differ', changed(carousel, 'components.1.cards.1.components.2.buttons', [url]), 2388039],
  [
    'a card that is too long',
    changed(carousel, 'components.1.cards.0.components.1.text', 'x'.repeat(161)),
    2388040,
  ],
  ['a code with a text', changed(code, 'components.0.text', 'Your code is {{1}}.'), 2388072],
  ['a code that lives too long', changed(code, 'components.1.code_expiration_minutes', 91), 2388073],
  ['a code without its button', changed(code, 'components.2.buttons', [reply]), 2388039],
  ['a code for no app', changed(code, 'components.2.buttons.0.otp_type', 'ONE_TAP'), 2388039],
  ['a code that is no authentication', changed(code, 'category', 'UTILITY'), 2388072],
  ['a code with a life of its own', changed(code, 'message_send_ttl_seconds', 901), 2388039],
  ['a life that is too short', changed(plain, 'message_send_ttl_seconds', 29), 2388039],
  ['marketing that lives too short', changed(replies, 'message_send_ttl_seconds', 3600), 2388039],
]

function cards({ components }: Definition): unknown[] {
  return components[1]!.cards as unknown[]
}

function codeLast({ components }: Definition): unknown[] {
  return (components[3]!.buttons as unknown[]).toReversed()
}
