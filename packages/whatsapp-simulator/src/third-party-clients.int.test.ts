import { WhatsAppClient } from '@kapso/whatsapp-cloud-api'
import { WhatsAppAPI } from 'whatsapp-api-js'
import {
  ActionButtons,
  ActionCTA,
  ActionList,
  Body,
  BodyComponent,
  BodyParameter,
  Button,
  Contacts,
  Image,
  Interactive,
  ListSection,
  Location,
  Name,
  Phone,
  Reaction,
  Row,
  Template,
  Text,
} from 'whatsapp-api-js/messages'
import { sampleFile } from './samples/sample-files.ts'
import { type Simulator, startSimulator } from './simulator.ts'
import { call, NUMBER, TOKEN, writeAs } from './testing/business.ts'
import { sha256Of } from './world/file-store.ts'

const MARIA = '+48601234567'
const PICTURE = 'https://example.com/tent.jpg'

let simulator: Simulator
let inbound: string

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  inbound = await writeAs(simulator, 'maria')
})
afterAll(() => simulator.close())

/** Kinds of the outbound messages with these ids, as the simulator has them. */
async function kindsOf(wamids: string[]): Promise<string[]> {
  const { body } = await call(simulator, 'GET', '/sim/messages?direction=outbound')
  const kinds = new Map<string, string>(
    body.items.map((item: { wamid: string; content: { type: string; payload?: { type: string } } }) => [
      item.wamid,
      item.content.type === 'interactive' ? item.content.payload!.type : item.content.type,
    ]),
  )
  return wamids.map((wamid) => kinds.get(wamid) ?? 'missing')
}

const inboundStatus = async () =>
  (await call(simulator, 'GET', '/sim/messages?direction=inbound')).body.items.at(-1).status

/** This client has Graph's address built in; its own way to another one is to be given a fetch. */
function whatsappApi(): WhatsAppAPI {
  const toSimulator: typeof fetch = (url, options) =>
    fetch(String(url).replace('https://graph.facebook.com', simulator.url), options)
  return new WhatsAppAPI({ token: TOKEN, secure: false, v: 'v24.0', ponyfill: { fetch: toSimulator } })
}

/** The id of a photo that Maria has just sent. */
async function photoOfMaria(): Promise<string> {
  const content = { type: 'image', image: {} }
  const message = { customerId: 'maria', phoneNumberId: NUMBER, content }
  return (await call(simulator, 'POST', '/sim/messages', message)).body.message.content.payload.id
}

const KINDS = ['text', 'image', 'location', 'contacts', 'reaction', 'button', 'list', 'cta_url', 'template']

test('@kapso/whatsapp-cloud-api sends every kind and marks as read', async () => {
  const { messages } = new WhatsAppClient({
    accessToken: TOKEN,
    baseUrl: simulator.url,
    graphVersion: 'v26.0',
  })
  const maria = { phoneNumberId: NUMBER, to: MARIA }
  const answers = [
    await messages.sendText({ ...maria, body: 'Hello', previewUrl: true, contextMessageId: inbound }),
    await messages.sendImage({ ...maria, image: { link: PICTURE, caption: 'A tent' } }),
    await messages.sendLocation({ ...maria, location: { latitude: 52.2, longitude: 21, name: 'Shop' } }),
    await messages.sendContacts({
      ...maria,
      contacts: [
        {
          name: { formattedName: 'Ada Lovelace', firstName: 'Ada' },
          phones: [{ phone: '+48601', type: 'WORK' }],
        },
      ],
    }),
    await messages.sendReaction({ ...maria, reaction: { messageId: inbound, emoji: '👍' } }),
    await messages.sendInteractiveButtons({
      ...maria,
      bodyText: 'Well?',
      buttons: [{ id: 'y', title: 'Yes' }],
    }),
    await messages.sendInteractiveList({
      ...maria,
      bodyText: 'Which?',
      buttonText: 'Show',
      sections: [{ title: 'Tents', rows: [{ id: 't', title: 'Small', description: 'For one' }] }],
    }),
    await messages.sendInteractiveCtaUrl({
      ...maria,
      bodyText: 'Look',
      parameters: { displayText: 'Open', url: PICTURE },
    }),
    await messages.sendTemplate({
      ...maria,
      template: {
        name: 'order_update',
        language: { code: 'en_US' },
        components: [
          {
            type: 'body',
            parameters: [
              { type: 'text', text: 'Maria' },
              { type: 'text', text: 'A-1' },
            ],
          },
        ],
      },
    }),
  ]
  expect(await kindsOf(answers.map((answer) => answer.messages[0]!.id))).toEqual(KINDS)
  const read = await messages.markRead({
    phoneNumberId: NUMBER,
    messageId: inbound,
    typingIndicator: { type: 'text' },
  })
  expect(read.success).toBe(true)
  expect(await inboundStatus()).toBe('read')
})

test('@kapso/whatsapp-cloud-api uploads a file, sends it, and downloads and deletes what came in', async () => {
  const client = new WhatsAppClient({ accessToken: TOKEN, baseUrl: simulator.url, graphVersion: 'v26.0' })
  const photo = sampleFile('photo')
  const file = new Blob([new Uint8Array(photo.bytes)], { type: photo.mimeType })
  const { id } = await client.media.upload({ phoneNumberId: NUMBER, type: photo.mimeType, file })
  const sent = await client.messages.sendImage({ phoneNumberId: NUMBER, to: MARIA, image: { id } })
  expect(await kindsOf([sent.messages[0]!.id])).toEqual(['image'])
  const mediaId = await photoOfMaria()
  const found = await client.media.get({ mediaId, phoneNumberId: NUMBER })
  expect(found.sha256).toBe(sha256Of(photo.bytes))
  const bytes = await client.media.download({ mediaId, as: 'arrayBuffer', auth: 'always' })
  expect(Buffer.from(bytes as ArrayBuffer).equals(photo.bytes)).toBe(true)
  expect((await client.media.delete({ mediaId })).success).toBe(true)
})

test('whatsapp-api-js uploads a file, sends it, and downloads and deletes what came in', async () => {
  const api = whatsappApi()
  const photo = sampleFile('photo')
  const form = new FormData()
  form.set('messaging_product', 'whatsapp')
  form.set('file', new Blob([new Uint8Array(photo.bytes)], { type: photo.mimeType }), 'photo.jpg')
  const { id } = (await api.uploadMedia(NUMBER, form)) as { id: string }
  const sent = await api.sendMessage(NUMBER, MARIA, new Image(id, true))
  expect(await kindsOf('messages' in sent ? [sent.messages[0].id] : [])).toEqual(['image'])
  const mediaId = await photoOfMaria()
  const found = (await api.retrieveMedia(mediaId, NUMBER)) as { url: string }
  const response = await api.fetchMedia(found.url)
  expect(Buffer.from(await response.arrayBuffer()).equals(photo.bytes)).toBe(true)
  expect(await api.deleteMedia(mediaId, NUMBER)).toEqual({ success: true })
})

test('whatsapp-api-js sends every kind and marks as read', async () => {
  const api = whatsappApi()
  const contents = [
    new Text('Hello', true),
    new Image(PICTURE, false, 'A tent'),
    new Location(21, 52.2, 'Shop', 'Main Street 1'),
    new Contacts([new Name('Ada Lovelace', 'Ada'), new Phone('+48601', 'WORK', '48601')]),
    new Reaction(inbound, '👍'),
    new Interactive(new ActionButtons(new Button('y', 'Yes')), new Body('Well?')),
    new Interactive(
      new ActionList('Show', new ListSection('Tents', new Row('t', 'Small', 'For one'))),
      new Body('Which?'),
    ),
    new Interactive(new ActionCTA('Open', PICTURE), new Body('Look')),
    new Template(
      'order_update',
      'en_US',
      new BodyComponent(new BodyParameter('Maria'), new BodyParameter('A-1')),
    ),
  ]
  const wamids: string[] = []
  for (const content of contents) {
    const answer = await api.sendMessage(NUMBER, MARIA, content)
    wamids.push('messages' in answer ? answer.messages[0].id : JSON.stringify(answer))
  }
  expect(await kindsOf(wamids)).toEqual(KINDS)
  inbound = await writeAs(simulator, 'maria')
  expect(await api.markAsRead(NUMBER, inbound, 'text')).toEqual({ success: true })
  expect(await inboundStatus()).toBe('read')
})
