import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { collectBytes } from '../collect-bytes.ts'
import { S3StorageDriver } from './s3-driver.ts'
import { type S3Settings, s3ObjectUrl } from './s3-request.ts'

type Answer = (request: IncomingMessage, response: ServerResponse, body: Buffer) => void

let server: Server
let answer: Answer
let settings: S3Settings
let asked: { method: string; url: string; body: Buffer }[]

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const body = await collectBytes(request, null)
    asked.push({ method: request.method ?? '', url: request.url ?? '', body })
    answer(request, response, body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  settings = {
    endpoint: `http://127.0.0.1:${port}`,
    region: 'eu-central-1',
    bucket: 'files',
    prefix: '',
    accessKeyId: 'key',
    secretAccessKey: 'secret',
    pathStyle: true,
  }
})
afterAll(() => {
  server.closeAllConnections()
  return new Promise((resolve) => server.close(resolve))
})
beforeEach(() => {
  asked = []
})

const file = { partitionCode: 'p', tenantId: 't', orgId: 'o', fileName: 'f', buffer: Buffer.from('content') }
const open = (differences: Partial<S3Settings> = {}, timeoutMs = 5000) =>
  new S3StorageDriver({ ...settings, ...differences }, timeoutMs)
const says = (status: number, code?: string): Answer => {
  const body = code ? `<?xml version="1.0"?><Error><Code>${code}</Code><Message>m</Message></Error>` : ''
  return (_request, response) => response.writeHead(status, { 'content-type': 'application/xml' }).end(body)
}
const passes = { name: 'StorageError', code: 'storage_unavailable', retryable: true }

it.each([
  [503, 'SlowDown', 'storage_unavailable', true],
  [503, undefined, 'storage_unavailable', true],
  [500, 'InternalError', 'storage_unavailable', true],
  [502, undefined, 'storage_unavailable', true],
  [429, 'TooManyRequests', 'storage_unavailable', true],
  [400, 'RequestTimeout', 'storage_unavailable', true],
  [409, 'OperationAborted', 'storage_unavailable', true],
  [507, 'XMinioStorageFull', 'storage_full', true],
  [403, 'AccessDenied', 'storage_denied', false],
  [403, 'SignatureDoesNotMatch', 'storage_denied', false],
  [401, undefined, 'storage_denied', false],
  [404, 'NoSuchBucket', 'storage_misconfigured', false],
  [301, 'PermanentRedirect', 'storage_misconfigured', false],
  [400, 'AuthorizationHeaderMalformed', 'storage_misconfigured', false],
])('an answer %s %s is %s; to be tried again: %s', async (status, s3Code, code, retryable) => {
  answer = says(status, s3Code)
  const expected = { name: 'StorageError', code, retryable, action: expect.any(String) }
  await expect(open().store(file)).rejects.toMatchObject(expected)
  await expect(open().read('p', 'p/t/o/f')).rejects.toMatchObject(expected)
  await expect(open().delete('p', 'p/t/o/f')).rejects.toMatchObject(expected)
  await expect(open().toLocalPath('p', 'p/t/o/f')).rejects.toMatchObject(expected)
})

it('silence is a failure that may pass: before an answer, and in the middle of one', async () => {
  answer = () => undefined
  await expect(open({}, 50).store(file)).rejects.toMatchObject(passes)
  answer = (_request, response) => response.writeHead(200, { 'content-length': 100 }).write('some')
  await expect(open({}, 50).read('p', 'p/f')).rejects.toMatchObject(passes)
  await expect(open({}, 50).toLocalPath('p', 'p/f')).rejects.toMatchObject(passes)
})

it('so is a connection that breaks: before an answer, and in the middle of one', async () => {
  answer = (request) => request.socket.destroy()
  await expect(open().store(file)).rejects.toMatchObject(passes)
  answer = (request, response) => {
    response.writeHead(200, { 'content-length': 100 }).write('some', () => request.socket.destroy())
  }
  await expect(open().read('p', 'p/f')).rejects.toMatchObject(passes)
  await expect(open().toLocalPath('p', 'p/f')).rejects.toMatchObject(passes)
})

it('so is a service that is not there', async () => {
  await expect(open({ endpoint: 'http://127.0.0.1:1' }).store(file)).rejects.toMatchObject(passes)
  await expect(open({ endpoint: 'http://nowhere.invalid' }).store(file)).rejects.toMatchObject(passes)
})

it('a connection that was closed while it was idle is taken up anew without a word', async () => {
  answer = says(200)
  await open().store(file)
  let isFirst = true
  answer = (request, response) => {
    if (!isFirst) return void response.writeHead(200).end()
    isFirst = false
    request.socket.destroy()
  }
  await open().store(file)
  expect(asked.slice(1).map(({ method, body }) => `${method} ${body}`)).toEqual([
    'PUT content',
    'PUT content',
  ])
})

it('tells the log what S3 said, and neither the key nor the secret', async () => {
  answer = says(403, 'AccessDenied')
  const error = await open({ secretAccessKey: 'hush', accessKeyId: 'whisper' })
    .store(file)
    .catch((thrown: Error) => thrown)
  expect((error as Error).message).toContain('S3 403 AccessDenied')
  expect(JSON.stringify(error) + String((error as Error).stack)).not.toMatch(/hush|whisper/)
})

it('signs what it sends, byte for byte; another secret is another signature', async () => {
  answer = (request, response, body) =>
    response.writeHead(isSignedWith(request, body, 'secret') ? 200 : 403).end()
  await open().store(file)
  await open({ prefix: 'a/b' }).store({ ...file, buffer: Buffer.alloc(0) })
  await open().delete('p', 'p/t/o/f')
  await expect(open({ secretAccessKey: 'guessed' }).store(file)).rejects.toMatchObject({
    code: 'storage_denied',
    retryable: false,
  })
})

it.each([
  ['https://s3.example', true, 'https://s3.example/files/a/b'],
  ['https://s3.example:9000/under', true, 'https://s3.example:9000/under/files/a/b'],
  ['https://s3.example:9000', false, 'https://files.s3.example:9000/a/b'],
])('at %s, with the bucket in the path %s, an object is at %s', (endpoint, pathStyle, url) => {
  expect(String(s3ObjectUrl({ endpoint, pathStyle, bucket: 'files' }, 'a/b'))).toBe(url)
})

/** Signature version 4, worked out from what arrived: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
function isSignedWith(request: IncomingMessage, body: Buffer, secret: string): boolean {
  const digest = createHash('sha256').update(body).digest('hex')
  if (request.headers['x-amz-content-sha256'] !== digest) return false
  const [, scope = '', names = '', signature] =
    /Credential=[^/]+\/(\S+), SignedHeaders=(\S+), Signature=(\w+)/.exec(
      request.headers.authorization ?? '',
    ) ?? []
  const headers = names.split(';').map((name) => `${name}:${request.headers[name]}\n`)
  const canonical = [request.method, request.url, '', headers.join(''), names, digest].join('\n')
  const hashed = createHash('sha256').update(canonical).digest('hex')
  const text = ['AWS4-HMAC-SHA256', request.headers['x-amz-date'], scope, hashed].join('\n')
  const key = scope
    .split('/')
    .reduce<string | Buffer>(
      (under, part) => createHmac('sha256', under).update(part).digest(),
      `AWS4${secret}`,
    )
  return createHmac('sha256', key).update(text).digest('hex') === signature
}
