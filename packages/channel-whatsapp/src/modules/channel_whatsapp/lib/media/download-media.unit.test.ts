import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import {
  type FakeGraph,
  graphError,
  json,
  ourNumber,
  startFakeGraph,
} from '../../../../../test/fake-graph.ts'
import { downloadMedia, type Reading } from './download-media.ts'

const file = Buffer.from('the bytes of a picture')
const sha256 = createHash('sha256').update(file).digest('hex')
const node = (url: string, more: object = {}) => ({
  messaging_product: 'whatsapp',
  id: '77',
  url: `${url}/bytes`,
  mime_type: 'image/jpeg',
  sha256,
  file_size: file.byteLength,
  ...more,
})
const media = { id: '77', link: null }
const nowhere = async (): Promise<Response> => {
  throw new Error('No address but those of Meta was expected.')
}
const reading = { patience: { wholeMs: 20_000, stallMs: 20_000 }, openly: nowhere }
const impatient = { patience: { wholeMs: 20_000, stallMs: 100 }, openly: nowhere }

let graph: FakeGraph
afterEach(() => graph.close())

async function download(
  atNode: (response: ServerResponse, url: string) => unknown,
  atBytes: (response: ServerResponse) => unknown,
  how: Reading = reading,
) {
  graph = await startFakeGraph(({ path }, response, url) =>
    path.startsWith('/bytes') ? atBytes(response) : atNode(response, url),
  )
  return downloadMedia({ ...ourNumber, media, maxBytes: 1000 }, how)
}
const giveNode = (response: ServerResponse, url: string) => json(response, node(url))
const giveFile = (response: ServerResponse) => response.writeHead(200).end(file)

it('asks Graph where the file lies and reads it with the token', async () => {
  const { bytes, mimeType } = await download(giveNode, giveFile)
  expect(Buffer.from(bytes)).toEqual(file)
  expect(mimeType).toBe('image/jpeg')
  expect(graph.asked.map(({ path, headers }) => [path, headers.authorization])).toEqual([
    ['/77', 'Bearer token'],
    ['/bytes', 'Bearer token'],
  ])
})

it('takes the hash in base64 as well', async () => {
  const base64 = createHash('sha256').update(file).digest('base64')
  const read = download((response, url) => json(response, node(url, { sha256: base64 })), giveFile)
  await expect(read).resolves.toMatchObject({ mimeType: 'image/jpeg' })
})

it('asks for a new address at once where the one it got had expired', async () => {
  let asked = 0
  const { bytes } = await download(giveNode, (response) =>
    ++asked === 1 ? response.writeHead(404).end() : giveFile(response),
  )
  expect(Buffer.from(bytes)).toEqual(file)
  expect(graph.asked.map(({ path }) => path)).toEqual(['/77', '/bytes', '/77', '/bytes'])
})

const refuseNode = (status: number, body: unknown) => (response: ServerResponse) =>
  json(response, body, status)

it.each<[string, number, unknown, object]>([
  [
    'does not exist',
    400,
    graphError(100, 'x', { error_subcode: 33 }),
    { code: 'media_gone', retryable: true },
  ],
  ['was not found', 404, graphError(803), { code: 'media_gone', retryable: true }],
  ['is gone', 410, null, { code: 'media_gone', retryable: true }],
  ['is refused for the token', 401, graphError(190), { code: 'access_token_invalid', retryable: true }],
  ['is refused for a permission', 403, graphError(10), { code: 'permission_missing', retryable: false }],
  ['is asked for too often', 400, graphError(80007), { code: 'hourly_limit_reached', retryAfterMs: 600_000 }],
  ['meets a server error', 503, null, { code: 'meta_trouble', retryable: true }],
  ['meets Meta’s trouble', 500, graphError(131000), { code: 'meta_trouble', retryable: true }],
  ['is answered in another form', 200, { id: '77' }, { code: 'answer_unreadable', retryable: true }],
])('an id that %s', async (_, status, body, error) => {
  await expect(download(refuseNode(status, body), giveFile)).rejects.toMatchObject(error)
})

it.each<[string, (response: ServerResponse) => unknown, object]>([
  ['has expired twice', (r) => r.writeHead(404).end(), { code: 'media_address_expired', retryable: true }],
  ['answers 503', (r) => r.writeHead(503).end(), { code: 'meta_trouble', retryable: true }],
  [
    'ends too early',
    (r) => {
      r.writeHead(200, { 'content-length': '22' }).write('the')
      r.destroy()
    },
    { code: 'media_interrupted', retryable: true },
  ],
  [
    'is shorter than Meta said',
    (r) => r.writeHead(200).end('the'),
    { code: 'media_damaged', retryable: true },
  ],
  [
    'has other bytes than Meta said',
    (r) => r.writeHead(200).end('THE bytes of a picture'),
    { code: 'media_damaged', retryable: true },
  ],
  [
    'has too many bytes',
    (r) => r.writeHead(200).end(Buffer.alloc(2000)),
    { code: 'too_large', retryable: false },
  ],
])('an address that %s', async (_, atBytes, error) => {
  await expect(download(giveNode, atBytes)).rejects.toMatchObject(error)
})

it.each<[string, (response: ServerResponse) => unknown]>([
  ['stands still', (response) => void response.writeHead(200).write('the')],
  ['never answers', () => undefined],
])('an address that %s is left after a while, to be tried again', async (_, atBytes) => {
  await expect(download(giveNode, atBytes, impatient)).rejects.toMatchObject({
    code: 'media_interrupted',
    retryable: true,
  })
})

it('reads no byte of a file that is said to be too large', async () => {
  const tooLarge = (response: ServerResponse, url: string) => json(response, node(url, { file_size: 5000 }))
  await expect(download(tooLarge, giveFile)).rejects.toMatchObject({ code: 'too_large', retryable: false })
  expect(graph.asked.map(({ path }) => path)).toEqual(['/77'])
})

describe('the token is shown to nobody but Meta:', () => {
  /** The internet beside Meta, which answers as the test says. */
  const internet = (answers: Record<string, Response>) => {
    const asked: string[] = []
    const openly: Reading['openly'] = async (address, ...others) => {
      asked.push(address)
      // Nothing is handed over that a token could be in.
      expect(others).toEqual([expect.any(AbortSignal)])
      return answers[address] ?? new Response(null, { status: 404 })
    }
    return { asked, how: { ...reading, openly } }
  }
  const leadTo = (location: string) => new Response(null, { status: 302, headers: { location } })
  const at = (url: string) => (response: ServerResponse) => json(response, node('', { url }))
  const NEW_HOST = 'https://cdn.example.com/1?sig=2'
  const OTHER_HOST = 'https://files.example.net/1'

  it('a file at a host that is not known is fetched without it', async () => {
    const { asked, how } = internet({ [NEW_HOST]: new Response(file) })
    expect(Buffer.from((await download(at(NEW_HOST), giveFile, how)).bytes)).toEqual(file)
    expect(asked).toEqual([NEW_HOST])
    expect(graph.asked.map(({ path }) => path)).toEqual(['/77'])
  })

  it('a redirect away from Meta is followed without it, and not with it even where it leads back', async () => {
    const back = 'https://lookaside.fbsbx.com/1'
    const { asked, how } = internet({ [NEW_HOST]: leadTo(back), [back]: new Response(file) })
    const away = (response: ServerResponse) => response.writeHead(302, { location: NEW_HOST }).end()
    expect(Buffer.from((await download(giveNode, away, how)).bytes)).toEqual(file)
    expect(asked).toEqual([NEW_HOST, back])
    expect(graph.asked.map(({ path }) => path)).toEqual(['/77', '/bytes'])
  })

  it('what comes from elsewhere has to be what Meta said, too', async () => {
    const { how } = internet({ [NEW_HOST]: new Response('other bytes') })
    const read = download(at(NEW_HOST), giveFile, how)
    await expect(read).rejects.toMatchObject({ code: 'media_damaged' })
  })

  it.each([401, 403, 404, 410])(
    'a %d without it is no end: a new address is asked for, now and later',
    async (status) => {
      const { asked, how } = internet({ [NEW_HOST]: new Response(null, { status }) })
      await expect(download(at(NEW_HOST), giveFile, how)).rejects.toMatchObject({
        code: 'media_address_closed',
        retryable: true,
      })
      expect(asked).toEqual([NEW_HOST, NEW_HOST])
      expect(graph.asked).toHaveLength(2)
    },
  )

  it('redirects end somewhere', async () => {
    const { asked, how } = internet({ [NEW_HOST]: leadTo(OTHER_HOST), [OTHER_HOST]: leadTo(NEW_HOST) })
    await expect(download(at(NEW_HOST), giveFile, how)).rejects.toMatchObject({ name: 'MediaError' })
    expect(asked.length).toBeLessThanOrEqual(8)
  })

  it.each([
    'http://files.example.com/1',
    'http://lookaside.fbsbx.com/1',
    'http://127.0.0.1:9/x',
    'https://user:pass@lookaside.fbsbx.com/1',
    'file:///etc/passwd',
    'nonsense',
  ])('%s is not asked at all, neither at once nor by a redirect', async (url) => {
    const refused = { code: 'media_address_untrusted', retryable: false }
    const { asked, how } = internet({ [NEW_HOST]: leadTo(url) })
    await expect(download(at(url), giveFile, how)).rejects.toMatchObject(refused)
    expect(graph.asked).toHaveLength(1)
    await graph.close()
    if (!URL.canParse(url)) return
    await expect(download(at(NEW_HOST), giveFile, how)).rejects.toMatchObject(refused)
    expect(asked).toEqual([NEW_HOST])
  })

  it('nor is the Graph origin asked where another host leads to it', async () => {
    const { asked, how } = internet({})
    const openly: Reading['openly'] = async (address, signal) => {
      await how.openly(address, signal)
      return leadTo(`${graph.url}/bytes`)
    }
    const read = download(at(NEW_HOST), giveFile, { ...how, openly })
    await expect(read).rejects.toMatchObject({ code: 'media_address_untrusted' })
    expect(asked).toEqual([NEW_HOST])
    expect(graph.asked.map(({ path }) => path)).toEqual(['/77'])
  })
})

it('uses the webhook’s address where there is no id', async () => {
  graph = await startFakeGraph((_, response) => giveFile(response))
  const link = `${graph.url}/bytes`
  const input = { ...ourNumber, media: { id: null, link }, maxBytes: 1000 }
  expect(Buffer.from((await downloadMedia(input, reading)).bytes)).toEqual(file)
})

it('says that Meta could not be reached', async () => {
  graph = await startFakeGraph((_, response) => response.destroy())
  const read = downloadMedia({ ...ourNumber, media, maxBytes: 1000 }, reading)
  await expect(read).rejects.toMatchObject({ name: 'MediaError', code: 'graph_unreachable', retryable: true })
})
