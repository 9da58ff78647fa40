import { type FakeGraph, graphError, json, startFakeGraph } from '../../../../../test/fake-graph.ts'
import { resumableUpload } from './resumable-upload.ts'

const access = { accessToken: 'token', apiVersion: 'v26.0' }
const file = { bytes: Buffer.from('0123456789'), mimeType: 'image/png', fileName: 'p.png' }

let graph: FakeGraph
afterEach(() => graph.close())

it('goes on from where it had come to when the connection breaks', async () => {
  const kept: Buffer[] = []
  let attempts = 0
  graph = await startFakeGraph(({ method, path, body }, response) => {
    if (path.startsWith('/900/uploads')) return json(response, { id: 'upload:1?sig=x' })
    if (method === 'GET') return json(response, { id: 'upload:1', file_offset: Buffer.concat(kept).length })
    attempts++
    if (attempts > 1) {
      kept.push(body)
      return json(response, { h: '4::handle' })
    }
    kept.push(body.subarray(0, 4))
    response.destroy()
  })
  expect(await resumableUpload(access, '900', file)).toBe('4::handle')
  expect(Buffer.concat(kept).toString()).toBe('0123456789')
  const sends = graph.asked.filter(({ path, method }) => method === 'POST' && path.startsWith('/upload:'))
  expect(sends.map(({ headers }) => [headers.authorization, headers.file_offset])).toEqual([
    ['OAuth token', '0'],
    ['OAuth token', '4'],
  ])
  expect(graph.asked[0]!.path).toBe('/900/uploads?file_name=p.png&file_length=10&file_type=image%2Fpng')
})

it('gives up at once where Meta refuses, and after a while where it stays out of reach', async () => {
  graph = await startFakeGraph(({ path }, response) =>
    path.startsWith('/900') ? json(response, { id: 'upload:1' }) : json(response, graphError(100), 400),
  )
  await expect(resumableUpload(access, '900', file)).rejects.toMatchObject({ name: 'GraphError', code: 100 })
  expect(graph.asked).toHaveLength(2)
  await graph.close()

  graph = await startFakeGraph(({ path }, response) =>
    path.startsWith('/900') ? json(response, { id: 'upload:1' }) : response.destroy(),
  )
  await expect(resumableUpload(access, '900', file)).rejects.toMatchObject({ name: 'GraphUnreachable' })
  expect(graph.asked.length).toBeLessThan(12)
})
