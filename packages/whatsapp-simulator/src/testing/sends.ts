import { interactiveSends } from './interactive-sends.ts'
import { SAMPLE_LINKS, STAND_INS } from './stand-ins.ts'

type Content = Record<string, unknown>

const link = (sample: string) => `${SAMPLE_LINKS}/${sample}`

/** Contents of a send that Meta takes, by what is special about them. `{inbound}` stands for a wamid of the chat. */
export const validSends: Record<string, Content> = {
  text: { type: 'text', text: { body: 'Good morning', preview_url: true } },
  'text without a type': { text: { body: 'x'.repeat(4096) } },
  'image by id': { type: 'image', image: { id: STAND_INS.photo, caption: 'The tent' } },
  'image by link': { type: 'image', image: { link: link('photo') } },
  video: { type: 'video', video: { link: link('video'), caption: 'x'.repeat(1024) } },
  audio: { type: 'audio', audio: { id: Number(STAND_INS.voice) } },
  'voice message': { type: 'audio', audio: { link: link('voice'), voice: true } },
  document: {
    type: 'document',
    document: { link: link('document'), caption: 'Invoice', filename: 'invoice.pdf' },
  },
  sticker: { type: 'sticker', sticker: { id: STAND_INS.sticker } },
  location: {
    type: 'location',
    location: { latitude: 52.2297, longitude: 21.0122, name: 'Shop', address: 'Main Street 1' },
  },
  'location in words': { type: 'location', location: { latitude: '-52.2', longitude: '-180' } },
  contacts: {
    type: 'contacts',
    contacts: [
      {
        name: { formatted_name: 'Ada Lovelace', first_name: 'Ada' },
        phones: [{ phone: '+48 601 234 567', type: 'WORK', wa_id: '48601234567' }],
        emails: [{ email: 'ada@example.com', type: 'WORK' }],
        addresses: [{ street: 'Main Street 1', city: 'Warsaw', country: 'Poland', country_code: 'pl' }],
        urls: [{ url: 'https://example.com', type: 'WORK' }],
        org: { company: 'Acme', department: 'Mathematics', title: 'Countess' },
        birthday: '1815-12-10',
      },
      { name: { formatted_name: 'Charles', last_name: 'Charles' } },
    ],
  },
  reaction: { type: 'reaction', reaction: { message_id: '{inbound}', emoji: '👩‍🚀' } },
  'reaction taken away': { type: 'reaction', reaction: { message_id: '{inbound}', emoji: '' } },
  pin: { type: 'pin', pin: { type: 'pin', message_id: '{inbound}', expiration_days: 7 } },
  'an answer': { type: 'text', text: { body: 'Yes' }, context: { message_id: '{inbound}' } },
  ...interactiveSends,
}
