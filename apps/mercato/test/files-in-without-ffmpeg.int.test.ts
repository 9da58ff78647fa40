import { picture, VIDEO, VOICE_NOTE } from '@open-mercato/communication-channels/testing/sample-files'
import { receive, threadOf } from './support/inbox.ts'
import { fileOfMaria, type MediaShelf, openShelf } from './support/mediaShelf.ts'
import { fetchFile } from './support/receivedFiles.ts'
import { openShop, type Shop } from './support/shop.ts'

const { PATH } = process.env
let shop: Shop
let shelf: MediaShelf
beforeAll(async () => {
  process.env.PATH = '/nowhere'
  shop = await openShop()
  shelf = openShelf()
})
afterAll(async () => {
  process.env.PATH = PATH
  shelf.putBack()
  await shop.close()
})

it('files come without copies, and say so; nothing else is missing', async () => {
  shelf.lay('media.a', VOICE_NOTE)
  shelf.lay('media.b', VIDEO)
  shelf.lay('media.c', await picture())
  await receive(shop, ...['a', 'b', 'c'].map((id, index) => fileOfMaria({ id, at: 1_700_000_000 + index })))
  const [voice, video, photo] = (await threadOf(shop)).map((one: { files: object[] }) => one.files[0])
  expect(voice).toMatchObject({ state: 'stored', durationMs: 300, hint: 'no_rendition' })
  expect(voice.playableUrl).toBe(voice.url)
  expect((await fetchFile(shop, voice.playableUrl).expect(200)).body.equals(VOICE_NOTE)).toBe(true)
  expect(video).toMatchObject({ state: 'stored', width: 32, previewUrl: null, hint: 'no_preview' })
  expect(photo).toMatchObject({ state: 'stored', previewUrl: expect.any(String), hint: null })
  const { body } = await shop.acme.agent('get', '/api/communication_channels/files/abilities').expect(200)
  expect(body).toEqual({ renditions: false, hint: expect.stringContaining('ffmpeg') })
})
