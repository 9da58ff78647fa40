import type { GraphError } from '../../graph/graph-error.ts'
import { changed } from '../../testing/change.ts'
import { validSends } from '../../testing/sends.ts'
import { readContent } from './read-content.ts'

function refusal(body: Record<string, unknown>): { code: number; words: string } | null {
  try {
    readContent(body)
    return null
  } catch (error) {
    const { code, details, title } = error as GraphError
    return { code, words: details ?? title }
  }
}

test.each(Object.keys(validSends))('%s is right as it is', (name) => {
  expect(refusal(validSends[name]!)).toBeNull()
})

test.each([
  ['reaction', 'reaction.emoji', '❤️'],
  ['reaction', 'reaction.emoji', '👍🏽'],
  ['reaction', 'reaction.emoji', '🇵🇱'],
  ['reaction', 'reaction.emoji', '🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
  ['reaction', 'reaction.emoji', '1️⃣'],
  ['location', 'location.name', 'x'.repeat(4096)],
  ['location', 'location.address', 'x'.repeat(4096)],
  ['flow by name', 'interactive.action.parameters.flow_name', 'x'.repeat(256)],
])('%s with %s as %p is right', (name, path, value) => {
  expect(refusal(changed(validSends[name]!, path, value))).toBeNull()
})

const answers = { buttons: [{ type: 'quick_reply', quick_reply: { id: 'more', title: 'More' } }] }
const long = (length: number) => 'x'.repeat(length + 1)

test.each<[name: string, path: string, value: unknown, code: number]>([
  ['image by id', 'image', undefined, 131008],
  ['image by id', 'image.id', undefined, 131008],
  ['image by id', 'image.id', 'abc', 131009],
  ['image by id', 'image.link', 'https://example.com', 131009],
  ['image by id', 'image.caption', long(1024), 100],
  ['image by id', 'image.colour', 'red', 100],
  ['image by link', 'image.link', 'ftp://example.com/a.png', 131009],
  ['image by link', 'image.link', 'a.png', 131009],
  ['audio', 'audio.caption', 'Sung', 100],
  ['audio', 'audio.voice', 'yes', 131009],
  ['sticker', 'sticker.caption', 'Funny', 100],
  ['document', 'document.filename', long(240), 100],
  ['location', 'location.latitude', undefined, 131008],
  ['location', 'location.latitude', 90.1, 131009],
  ['location', 'location.longitude', 'east', 131009],
  ['contacts', 'contacts', [], 131009],
  ['contacts', 'contacts', Array(258).fill({ name: { formatted_name: 'A', first_name: 'A' } }), 131009],
  ['contacts', 'contacts.0.name', undefined, 131008],
  ['contacts', 'contacts.0.name.formatted_name', undefined, 131008],
  ['contacts', 'contacts.0.name', { formatted_name: 'A' }, 131009],
  ['contacts', 'contacts.0.name', { formatted_name: 'A', first_name: '' }, 131009],
  ['contacts', 'contacts.0.birthday', '10.12.1815', 131009],
  ['reaction', 'reaction.emoji', 'ok', 131009],
  ['reaction', 'reaction.emoji', '👍👍', 131009],
  ['reaction', 'reaction.emoji', 'a⃣', 131009],
  ['reaction', 'reaction.emoji', '🇵', 131009],
  ['reaction', 'reaction.emoji', '1', 131009],
  ['reaction', 'reaction.emoji', undefined, 131008],
  ['reaction', 'reaction.message_id', undefined, 131008],
  ['pin', 'pin.type', 'glue', 100],
  ['button', 'interactive', undefined, 131008],
  ['button', 'interactive.type', undefined, 131008],
  ['button', 'interactive.type', 'knob', 100],
  ['button', 'interactive.body', undefined, 131008],
  ['button', 'interactive.body.text', long(1024), 131009],
  ['button', 'interactive.footer.text', long(60), 131009],
  ['button', 'interactive.header', { type: 'text', text: long(60) }, 131009],
  ['button', 'interactive.header', { type: 'sticker', sticker: { id: '1' } }, 131009],
  ['button', 'interactive.action.buttons', [], 131009],
  ['button', 'interactive.action.buttons.3', { type: 'reply', reply: { id: '4', title: '4' } }, 131009],
  ['button', 'interactive.action.buttons.0.reply.title', long(20), 131009],
  ['button', 'interactive.action.buttons.0.reply.title', '', 131009],
  ['button', 'interactive.action.buttons.0.reply.title', 'No', 131009],
  ['button', 'interactive.action.buttons.0.reply.id', 'No', 131009],
  ['button', 'interactive.action.buttons.0.reply.id', long(256), 131009],
  ['button', 'interactive.action.sections', [], 100],
  ['list', 'interactive.header', { type: 'image', image: { id: '1' } }, 100],
  ['list', 'interactive.body.text', long(4096), 131009],
  ['list', 'interactive.action.button', long(20), 131009],
  ['list', 'interactive.action.button', undefined, 131008],
  ['list', 'interactive.action.sections.0.title', undefined, 131008],
  ['list', 'interactive.action.sections.0.title', long(24), 131009],
  ['list', 'interactive.action.sections.0.rows.0.id', 'b1', 131009],
  ['list', 'interactive.action.sections.0.rows.0.id', long(200), 131009],
  ['list', 'interactive.action.sections.0.rows.0.title', long(24), 131009],
  ['list', 'interactive.action.sections.0.rows.0.description', long(72), 131009],
  ['list', 'interactive.action.sections.0.rows', rows(10), 131009],
  ['list', 'interactive.action.sections', Array(11).fill({ title: 'A', rows: rows(1) }), 131009],
  ['cta_url', 'interactive.action.parameters.display_text', long(20), 131009],
  ['cta_url', 'interactive.action.parameters.url', 'example.com', 131009],
  ['location_request_message', 'interactive.header', { type: 'text', text: 'Where?' }, 100],
  ['location_request_message', 'interactive.action.name', 'location', 100],
  ['flow', 'interactive.action.parameters.flow_id', undefined, 131008],
  ['flow', 'interactive.action.parameters.flow_name', 'booking', 131009],
  ['flow by name', 'interactive.action.parameters.flow_name', long(256), 131009],
  ['flow', 'interactive.action.parameters.flow_cta', 'Book 🎉', 131009],
  ['flow', 'interactive.action.parameters.flow_message_version', '2', 100],
  ['flow', 'interactive.action.parameters.flow_action_payload.data', {}, 131009],
  ['product', 'interactive.header', { type: 'text', text: 'One' }, 100],
  ['product', 'interactive.action.product_retailer_id', undefined, 131008],
  ['product_list', 'interactive.header', undefined, 131008],
  ['product_list', 'interactive.action.sections.0.title', undefined, 131008],
  ['product_list', 'interactive.action.sections.0.product_items', products(29), 131009],
  ['catalog_message', 'interactive.action.name', 'catalogue', 100],
  ['carousel', 'interactive.footer', { text: 'Acme' }, 100],
  ['carousel', 'interactive.action.cards', [], 131009],
  ['carousel', 'interactive.action.cards.1.card_index', 0, 131009],
  ['carousel', 'interactive.action.cards.1.body.text', 'a\nb\nc\nd', 131009],
  ['carousel', 'interactive.action.cards.1.body.text', long(160), 131009],
  ['carousel', 'interactive.action.cards.1.header', { type: 'video', video: { id: '1' } }, 131009],
  ['carousel', 'interactive.action.cards.1.type', 'button', 131008],
  ['carousel', 'interactive.action.cards.1.action', answers, 131009],
  ['carousel answers', 'interactive.action.cards.1.type', 'button', 131009],
  ['carousel answers', 'interactive.action.cards.1.action.buttons.0.quick_reply.id', 'less', 131009],
  ['carousel answers', 'interactive.action.cards.1.action.buttons.0.quick_reply.title', 'Less', 131009],
  ['carousel product', 'interactive.action.cards.1.action.catalog_id', '78', 131009],
  ['address_message', 'interactive.action.parameters.country', 'PL', 100],
  ['voice_call', 'interactive.action.parameters.ttl_minutes', 43_201, 131009],
  ['voice_call', 'interactive.action.parameters.display_text', long(20), 131009],
  ['request_contact_info', 'interactive.action.name', 'contact_request', 100],
  ['order_details', 'interactive.action.parameters.total_amount.offset', 10, 100],
  ['order_details', 'interactive.action.parameters.reference_id', undefined, 131008],
  ['order_status', 'interactive.action.parameters.order.status', 'lost', 100],
])('%s with %s as %p is refused with its code', (name, path, value, code) => {
  expect(refusal(changed(validSends[name]!, path, value))?.code).toBe(code)
})

test.each([
  [
    'button',
    'interactive.action.buttons.1.reply.title',
    long(20),
    "Parameter 'interactive.action.buttons[1].reply.title' is limited to 20.",
  ],
  [
    'cta_url',
    'interactive.action.parameters.url',
    undefined,
    "Parameter 'interactive.action.parameters.url' is",
  ],
  ['image by id', 'image.id', undefined, "Parameter 'image' needs id or link."],
  [
    'image by id',
    'image.caption',
    long(1024),
    "Param image['caption'] must be at most 1024 characters long.",
  ],
  ['list', 'interactive.colour', 'red', 'Unexpected key "colour" on param "interactive".'],
])('%s: what is wrong with %s is said', (name, path, value, words) => {
  expect(refusal(changed(validSends[name]!, path, value))?.words).toContain(words)
})

function rows(count: number) {
  return Array.from({ length: count }, (_, index) => ({ id: `r${index}`, title: 'Row' }))
}

function products(count: number) {
  return Array.from({ length: count }, (_, index) => ({ product_retailer_id: `p${index}` }))
}
