import type { ServerResponse } from 'node:http'
import {
  type FakeGraph,
  graphError,
  json,
  ourNumber,
  startFakeGraph,
} from '../../../../../test/fake-graph.ts'
import { uploadMedia } from './upload-media.ts'

const file = { bytes: Buffer.from('OggS…'), mimeType: 'audio/ogg; codecs=opus', fileName: 'note "1".ogg' }

let graph: FakeGraph
afterEach(() => graph.close())

async function upload(answer: (response: ServerResponse) => unknown, more: Partial<typeof file> = {}) {
  graph = await startFakeGraph((_, response) => answer(response))
  return uploadMedia({ ...ourNumber, file: { ...file, ...more } })
}

it('does not send what Meta would find too large for its type', async () => {
  const large = { bytes: Buffer.alloc(17 * 1024 * 1024), mimeType: 'video/mp4' }
  const refused = upload((response) => json(response, { id: '4711' }), large)
  await expect(refused).rejects.toMatchObject({ code: 'file_too_large', retryable: false })
  expect(graph.asked).toEqual([])
})

it('hands a file over as a form, by the type that Meta knows', async () => {
  const now = Date.now()
  const { externalMediaId, expiresAt } = await upload((response) => json(response, { id: '4711' }))
  expect(externalMediaId).toBe('4711')
  const days = (expiresAt!.getTime() - now) / 86_400_000
  expect(days).toBeGreaterThan(28)
  expect(days).toBeLessThan(30)

  const [asked] = graph.asked
  expect([asked!.method, asked!.path]).toEqual(['POST', '/210/media'])
  const form = await new Response(new Uint8Array(asked!.body), {
    headers: { 'content-type': asked!.headers['content-type']! },
  }).formData()
  expect(form.get('messaging_product')).toBe('whatsapp')
  expect(form.get('type')).toBe('audio/ogg')
  const sent = form.get('file') as File
  expect([sent.name, sent.type, await sent.text()]).toEqual(['note "1".ogg', 'audio/ogg', 'OggS…'])
})

it.each<[string, number, unknown, object]>([
  ['does not take the file', 400, graphError(100), { code: 'file_refused', retryable: false }],
  ['cannot use the file', 400, graphError(131053), { code: 'file_refused', retryable: false }],
  ['finds it too big', 413, null, { code: 'file_refused', retryable: false }],
  ['refuses the token', 401, graphError(190), { code: 'access_token_invalid', retryable: false }],
  ['is asked too often', 400, graphError(130429), { code: 'rate_limited', retryable: true }],
  ['is out of order', 503, null, { code: 'meta_trouble', retryable: true }],
  ['has trouble', 500, graphError(131000), { code: 'meta_trouble', retryable: true }],
  ['answers with no id', 200, {}, { code: 'answer_unreadable', retryable: true }],
])('when Meta %s', async (_, status, body, error) => {
  await expect(upload((response) => json(response, body, status))).rejects.toMatchObject({
    name: 'MediaError',
    ...error,
  })
})

it('is tried again where the connection breaks', async () => {
  const broken = upload((response) => response.destroy())
  await expect(broken).rejects.toMatchObject({ code: 'graph_unreachable', retryable: true })
})
