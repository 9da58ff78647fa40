import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  type LinkRules,
  PUBLIC_INTERNET,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/files/link/link-rules'
import { fetchOpenly } from './fetch-openly.ts'

let server: Server
let port: number
let answer: RequestListener
let asked: { url: string | undefined; headers: IncomingHttpHeaders }[]
const ended = new AbortController()

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url, headers: request.headers })
    answer(request, response)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  asked = []
})
afterAll(async () => {
  ended.abort()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
})

/** The test's own server is the internet. */
const rules: LinkRules = {
  isAllowedAddress: (address) => address === '127.0.0.1',
  isAllowedPort: (one) => one === port,
  resolve: async () => ['127.0.0.1'],
}
const fetchIt = () => fetchOpenly(`http://cdn.example:${port}/file?sig=1`, ended.signal, rules)

it('asks without a token and gives what came', async () => {
  answer = (_, response) => response.writeHead(200, { 'content-type': 'image/jpeg' }).end('bytes')
  const response = await fetchIt()
  expect(response.headers.get('content-type')).toBe('image/jpeg')
  expect(await response.text()).toBe('bytes')
  expect(asked).toMatchObject([{ url: '/file?sig=1' }])
  for (const name of ['authorization', 'cookie']) expect(asked[0]?.headers).not.toHaveProperty(name)
})

it.each([204, 302, 304, 403, 500])('a %d is given as it is, and nobody follows it', async (status) => {
  answer = (_, response) => response.writeHead(status, { location: '/elsewhere' }).end()
  const response = await fetchIt()
  expect([response.status, response.headers.get('location')]).toEqual([status, '/elsewhere'])
  expect(asked).toHaveLength(1)
})

it('a name that leads inside is not asked', async () => {
  answer = (_, response) => response.end('secret')
  const inside = { ...rules, isAllowedAddress: PUBLIC_INTERNET.isAllowedAddress }
  const read = fetchOpenly(`http://cdn.example:${port}/`, ended.signal, inside)
  await expect(read).rejects.toMatchObject({ name: 'AddressUntrusted' })
  expect(asked).toHaveLength(0)
})

it.each([
  'https://127.0.0.1/',
  'https://169.254.169.254/latest/',
  'https://[::1]/',
  'https://metadata.google.internal/',
  'https://localhost/',
  'https://files.example.com:6379/',
])('%s is not asked', async (address) => {
  await expect(fetchOpenly(address, ended.signal)).rejects.toMatchObject({ name: 'AddressUntrusted' })
})

it.each<[string, RequestListener]>([
  ['hangs up', (request) => request.socket.destroy()],
  ['packs what it sends', (_, response) => response.writeHead(200, { 'content-encoding': 'gzip' }).end('x')],
])('a server that %s is tried again later', async (_, listener) => {
  answer = listener
  await expect(fetchIt()).rejects.toMatchObject({ name: 'BytesInterrupted' })
})

it('ends the connection with the signal', async () => {
  const closed = new Promise<void>((resolve) => {
    answer = (_, response) => {
      response.on('close', resolve)
      response.writeHead(200).write('the')
    }
  })
  const end = new AbortController()
  const response = await fetchOpenly(`http://cdn.example:${port}/`, end.signal, rules)
  const read = response.text()
  end.abort()
  await expect(read).rejects.toThrow()
  await closed
})
