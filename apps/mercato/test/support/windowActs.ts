import {
  call,
  change,
  echo,
  fromMaria,
  type Item,
  MARIA,
  NOW,
  statusReport,
  textMessage,
} from './payloads.ts'

/** An hour ago, in seconds: when Maria does what is in these tables. */
export const LATER = NOW - 3600

/** Of Maria, of any kind, with what stands beside it. */
export const said = (type: string, content: unknown, more?: object) =>
  fromMaria({ id: 'it', type, content, at: LATER, ...(more ? { more: { ...more } } : {}) })
const file = { id: '77', mime_type: 'image/jpeg', sha256: 'x' }

/** What she does that opens the window: she wrote, tapped, sent or called. */
export const opening: [string, ...Item[]][] = [
  ['a text', textMessage({ id: 'it', at: LATER })],
  ['a picture', said('image', file)],
  ['a voice message', said('audio', { ...file, mime_type: 'audio/ogg', voice: true })],
  ['a sticker', said('sticker', { ...file, mime_type: 'image/webp' })],
  ['a document', said('document', { ...file, mime_type: 'application/pdf', filename: 'a.pdf' })],
  ['a location', said('location', { latitude: 52.2, longitude: 21 })],
  ['a contact card', said('contacts', [{ name: { formatted_name: 'Jan' } }])],
  ['a button', said('button', { payload: 'yes', text: 'Yes' }, { context: { id: 'q' } })],
  ['a choice', said('interactive', { type: 'list_reply', list_reply: { id: 'm', title: 'Monday' } })],
  ['a form', said('interactive', { type: 'nfm_reply', nfm_reply: { name: 'flow', response_json: '{}' } })],
  ['an order', said('order', { catalog_id: 'c', product_items: [] })],
  ['a reaction', said('reaction', { message_id: 'first', emoji: '👍' })],
  ['something that cannot be shown', said('unsupported', { type: 'poll_creation' })],
  ['a call', call({ id: 'it', event: 'connect', at: LATER })],
]

/** What comes about her thread and is no act of hers, or about an earlier one. */
export const notOpening: [string, ...Item[]][] = [
  ['what we wrote on our own phone', echo({ id: 'it', text: 'Hi', at: LATER })],
  ['a report on what we wrote', statusReport({ id: 'out', status: 'read', at: LATER })],
  ['an edit', said('edit', { original_message_id: 'first', message: { type: 'text', text: { body: 'x' } } })],
  ['a withdrawn message', said('revoke', { original_message_id: 'first' })],
  ['another number', said('system', { type: 'user_changed_number', wa_id: '48700000009', body: 'x' })],
  [
    'a new phone',
    said('system', { type: 'customer_identity_changed', body: 'x' }, { identity: { hash: 'h' } }),
  ],
  ['a pinned message', said('unsupported', { type: 'pin' })],
  [
    'what was said before we were connected',
    change('history', {
      history: [
        {
          metadata: { phase: 0, chunk_order: 1, progress: 100 },
          threads: [
            {
              id: MARIA.from,
              messages: [
                { from: MARIA.from, id: 'it', timestamp: String(LATER), type: 'text', text: { body: 'Hi' } },
              ],
            },
          ],
        },
      ],
    }),
  ],
  [
    'a stop of marketing',
    change('user_preferences', {
      user_preferences: [
        {
          wa_id: MARIA.from,
          user_id: MARIA.from_user_id,
          category: 'marketing_messages',
          value: 'stop',
          timestamp: LATER,
        },
      ],
    }),
  ],
]
