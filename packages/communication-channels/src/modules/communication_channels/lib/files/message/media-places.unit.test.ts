import type { OutboundContent } from '../../content/message-content.ts'
import { mediaPlaces, replaceMedia } from './media-places.ts'

const link = { link: 'https://shop.example/a' }
const file = { fileId: '0199aaaa-0000-7000-8000-000000000001' }
const kept = { id: '123' }

const card = (media: object, type = 'image') => ({ header: { type, media }, body: 'x' })
const template = (parameters: object) => ({
  type: 'template',
  name: 'offer',
  language: 'en',
  parameters,
  rendered: { body: 'x', buttons: [] },
})

const cases: [string, object, { path: string; use: string; source: object; fileName?: string | null }[]][] = [
  ['text', { type: 'text', text: 'x' }, []],
  [
    'a picture',
    { type: 'image', media: link, caption: 'x' },
    [{ path: 'content.media', use: 'image', source: link }],
  ],
  [
    'a video by the provider’s id',
    { type: 'video', media: kept },
    [{ path: 'content.media', use: 'video', source: kept }],
  ],
  ['sound', { type: 'audio', media: file }, [{ path: 'content.media', use: 'audio', source: file }]],
  [
    'a voice note',
    { type: 'audio', media: file, isVoice: true },
    [{ path: 'content.media', use: 'voice', source: file }],
  ],
  [
    'a document without a name',
    { type: 'document', media: file },
    [{ path: 'content.media', use: 'document', source: file, fileName: null }],
  ],
  [
    'a document with one',
    { type: 'document', media: file, filename: 'bill.pdf' },
    [{ path: 'content.media', use: 'document', source: file, fileName: 'bill.pdf' }],
  ],
  ['a sticker', { type: 'sticker', media: file }, [{ path: 'content.media', use: 'sticker', source: file }]],
  [
    'the header of buttons',
    {
      type: 'interactive',
      kind: 'reply_buttons',
      header: { type: 'video', media: link },
      body: 'x',
      buttons: [],
    },
    [{ path: 'content.header.media', use: 'video', source: link }],
  ],
  [
    'a header of text',
    {
      type: 'interactive',
      kind: 'list',
      header: { type: 'text', text: 'x' },
      body: 'x',
      label: 'x',
      sections: [],
    },
    [],
  ],
  [
    'the cards of a carousel',
    { type: 'interactive', kind: 'carousel', body: 'x', cards: [card(link), card(file, 'video')] },
    [
      { path: 'content.cards.0.header.media', use: 'image', source: link },
      { path: 'content.cards.1.header.media', use: 'video', source: file },
    ],
  ],
  [
    'the header of a template',
    template({ headerObject: { type: 'document', media: link, filename: 'a.pdf' } }),
    [{ path: 'content.parameters.headerObject.media', use: 'document', source: link, fileName: 'a.pdf' }],
  ],
  [
    'the cards of a template',
    template({ cards: [1, 2].map(() => ({ headerObject: { type: 'image', media: kept } })) }),
    [
      { path: 'content.parameters.cards.0.headerObject.media', use: 'image', source: kept },
      { path: 'content.parameters.cards.1.headerObject.media', use: 'image', source: kept },
    ],
  ],
  ['variables that are called so', template({ header: { type: 'image', media: 'x' } }), []],
  [
    'what a form is opened with',
    {
      type: 'interactive',
      kind: 'form',
      body: 'x',
      form: { id: '1' },
      label: 'x',
      open: { screen: 'A', data: { type: 'image', media: { link: 'x' } } },
    },
    [],
  ],
]

it.each(cases)('%s: every file has its place, and nothing else has one', (_, content, places) => {
  const found = mediaPlaces(content as OutboundContent)
  expect(found).toEqual(places.map((place) => ({ fileName: undefined, ...place })))
})

it.each(cases)('%s: another file in every place leaves everything else as it was', (_, content, places) => {
  const changed = replaceMedia(content as OutboundContent, () => ({ media: kept }))
  expect(mediaPlaces(changed).map(({ path, source }) => [path, source])).toEqual(
    places.map(({ path }) => [path, kept]),
  )
  const sources = places.map(({ source }) => source)
  expect(replaceMedia(changed, () => ({ media: sources.shift() as never }))).toEqual(content)
})

it('a document gets a name where one is given', () => {
  const document = { type: 'document', media: link } as OutboundContent
  expect(replaceMedia(document, () => ({ media: file, fileName: 'a.pdf' }))).toEqual({
    type: 'document',
    media: file,
    filename: 'a.pdf',
  })
})
