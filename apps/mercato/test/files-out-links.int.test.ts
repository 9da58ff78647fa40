import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { jest } from '@jest/globals'
import type { EntityManager } from '@mikro-orm/postgresql'
import type { OutboundRequest } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { fetchLink } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/link/fetch-link'
import { PUBLIC_INTERNET } from '@open-mercato/communication-channels/modules/communication_channels/lib/files/link/link-rules'
import { queueMessage } from '@open-mercato/communication-channels/modules/communication_channels/lib/outbox/queue-message'
import { HTML, PDF, picture } from '@open-mercato/communication-channels/testing/sample-files'
import { type DepotShop, openDepotShop } from './support/depotShop.ts'
import { contentOf, everythingKept } from './support/uploads.ts'

let at: DepotShop
let web: Server
let port: number
let jpeg: Buffer
const asked: string[] = []
beforeAll(async () => {
  at = await openDepotShop()
  jpeg = await picture('jpeg')
  web = createServer((request, response) => {
    asked.push(request.url ?? '')
    if (request.url === '/tent.jpg') response.end(jpeg)
    else if (request.url === '/bill.pdf') response.end(PDF)
    else if (request.url === '/page.jpg') response.end(HTML)
    else if (request.url === '/large.jpg') response.end(Buffer.alloc(1024 * 1024))
    else response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => web.listen(0, '127.0.0.1', resolve))
  port = (web.address() as AddressInfo).port
})
beforeEach(() => {
  asked.length = 0
  at.depot.handedIn.length = 0
  at.depot.carried.length = 0
})
afterAll(async () => {
  web.closeAllConnections()
  await new Promise((resolve) => web.close(resolve))
  await at.close()
})

/** Here the test's own server is the internet. In the product nobody can say so. */
const rules = {
  isAllowedAddress: (address: string) => address === '127.0.0.1',
  isAllowedPort: (one: number) => one === port,
  resolve: async () => ['127.0.0.1'],
}
const link = (path: string) => `http://shop.example:${port}${path}`

async function queue(content: OutboundRequest, idempotencyKey: string = randomUUID()) {
  const container = at.shop.host.createContainer()
  const [scope] = await at.shop.sql<{ tenantId: string; organizationId: string }>(
    'select tenant_id as "tenantId", organization_id as "organizationId" from cc_external_conversations where id = ?',
    [at.conversationId],
  )
  const input = {
    conversationId: at.conversationId,
    content,
    idempotencyKey,
    replyToMessageId: null,
    author: null,
  }
  return queueMessage(
    {
      em: container.resolve<EntityManager>('em'),
      encryption: container.resolve<TenantEncryptionService>('tenantEncryptionService'),
      resolve: (name) => container.resolve(name),
      scope: scope!,
      now: new Date(),
      fetchLink: (one, maxBytes) => fetchLink(one, maxBytes, rules),
    },
    input,
  )
}

const image = (path: string): OutboundRequest => ({ type: 'image', media: { link: link(path) } })
const refusal = (code: string, field: string) =>
  expect.objectContaining({
    body: expect.objectContaining({ code, fieldErrors: { [field]: expect.any(String) } }),
  })

describe('a link in a message', () => {
  it('is fetched before the message is taken, and the message keeps the file, not the link', async () => {
    const { message } = await queue(image('/tent.jpg'))
    const { fileId } = (message.content as { media: { fileId: string } }).media
    expect(message.content).toEqual({ type: 'image', media: { fileId } })
    const { body } = await at.shop.acme
      .agent('get', `/api/communication_channels/files/${fileId}`)
      .expect(200)
    expect(body.file).toMatchObject({ origin: 'fetched', name: 'tent.jpg', mimeType: 'image/jpeg' })
    const [row] = await at.shop.sql<{ link: string }>('select link from cc_media_files where id = ?', [
      fileId,
    ])
    expect(row!.link).not.toContain('shop.example')
    await at.drain()
    expect(at.depot.handedIn.map(({ bytes }) => Buffer.from(bytes))).toEqual([jpeg])
    expect(at.depot.carried).toEqual([{ type: 'image', media: { id: at.depot.handedIn[0]!.id } }])
  })

  it('that stands in it twice is fetched once', async () => {
    const card = {
      header: { type: 'image', media: { link: link('/tent.jpg') } },
      body: 'x',
      action: { type: 'url', label: 'Open', url: 'https://shop.example/' },
    } as const
    await queue({ type: 'interactive', kind: 'carousel', body: 'x', cards: [card, card] })
    expect(asked).toEqual(['/tent.jpg'])
    await at.drain()
    expect(at.depot.handedIn).toHaveLength(1)
  })

  it('to a document gives it its name', async () => {
    const { message } = await queue({ type: 'document', media: { link: link('/bill.pdf') } })
    expect(message.content).toMatchObject({ filename: 'bill.pdf' })
    await at.drain()
  })

  it('of a request that comes again is not fetched again', async () => {
    const key = randomUUID()
    const first = await queue(image('/tent.jpg'), key)
    const again = await queue(image('/tent.jpg'), key)
    expect(again).toMatchObject({ isRepeated: true, message: { id: first.message.id } })
    expect(asked).toHaveLength(1)
    await at.drain()
  })

  it('of one request that comes twice at once leaves one message with one file', async () => {
    const before = await everythingKept(at.shop)
    const key = randomUUID()
    const answers = await Promise.all([1, 2, 3].map(() => queue(image('/tent.jpg'), key)))
    expect(new Set(answers.map(({ message }) => message.id)).size).toBe(1)
    const after = await everythingKept(at.shop)
    expect({ files: after.files - before.files, ties: after.ties - before.ties }).toEqual({
      files: 1,
      ties: 1,
    })
    await at.drain()
    expect(at.depot.carried).toHaveLength(1)
  })
})

describe('nothing is kept of a link', () => {
  it.each<[string, () => OutboundRequest, string, string]>([
    ['that leads nowhere', () => image('/gone.jpg'), 'link_unreachable', 'content.media.link'],
    ['to more than a picture may have', () => image('/large.jpg'), 'link_too_large', 'content.media.link'],
    ['to a page', () => image('/page.jpg'), 'file_active', 'content.media.link'],
    [
      'to something else than it stands for',
      () => image('/bill.pdf'),
      'content_invalid',
      'content.media.link',
    ],
    [
      'that leads nowhere in a template',
      () => ({
        type: 'template',
        name: 'offer',
        language: 'en',
        parameters: { headerObject: { type: 'image', media: { link: link('/gone.jpg') } } },
      }),
      'link_unreachable',
      'content.parameters.headerObject.media.link',
    ],
  ])('%s', async (_, content, code, field) => {
    const before = await everythingKept(at.shop)
    await expect(queue(content())).rejects.toEqual(refusal(code, field))
    expect(await everythingKept(at.shop)).toEqual(before)
  })

  it('where another one of the same message is refused', async () => {
    const before = await everythingKept(at.shop)
    const card = (path: string) =>
      ({
        header: { type: 'image', media: { link: link(path) } },
        body: 'x',
        action: { type: 'url', label: 'Open', url: 'https://shop.example/' },
      }) as const
    const content = {
      type: 'interactive',
      kind: 'carousel',
      body: 'x',
      cards: [card('/tent.jpg'), card('/gone.jpg')],
    }
    await expect(queue(content as OutboundRequest)).rejects.toEqual(
      refusal('link_unreachable', 'content.cards.1.header.media.link'),
    )
    expect(await everythingKept(at.shop)).toEqual(before)
  })
})

describe('a link that staff gives before there is a message', () => {
  const FILES = '/api/communication_channels/files'
  const give = (path: string) =>
    at.shop.acme.agent('post', `${FILES}/from-link`).send({ link: link(path), channelId: at.channelId })
  // The route takes nobody's rules but its own.
  beforeEach(() => {
    for (const rule of Object.keys(rules) as (keyof typeof rules)[])
      jest.spyOn(PUBLIC_INTERNET, rule).mockImplementation(rules[rule] as never)
  })
  afterEach(() => jest.restoreAllMocks())

  it('is fetched and stored, and what it can go out as is told; then it goes out', async () => {
    const { body } = await give('/tent.jpg').expect(201)
    expect(body.file).toMatchObject({
      state: 'stored',
      origin: 'fetched',
      name: 'tent.jpg',
      mimeType: 'image/jpeg',
      byteSize: jpeg.byteLength,
      previewUrl: expect.any(String),
    })
    expect(body.as).toContainEqual({ type: 'image', ok: true, problem: null, convertible: false })
    expect(asked).toEqual(['/tent.jpg'])
    expect((await contentOf(at.shop, body.file.id)).equals(jpeg)).toBe(true)

    await at.send({ type: 'image', media: { fileId: body.file.id } }).expect(202)
    await at.drain()
    expect(at.depot.handedIn.map(({ bytes }) => Buffer.from(bytes))).toEqual([jpeg])
  })

  it.each([
    ['that leads nowhere', '/gone.jpg', 'link_unreachable'],
    ['to a page', '/page.jpg', 'file_active'],
  ])('%s is refused, and nothing is kept', async (_, path, code) => {
    const before = await everythingKept(at.shop)
    const { body } = await give(path).expect(422)
    expect(body.code).toBe(code)
    expect(await everythingKept(at.shop)).toEqual(before)
  })
})

describe('a provider that takes no files', () => {
  let whole: unknown
  beforeEach(() => {
    whole = at.pigeons.adapter.uploadMedia
    at.pigeons.adapter.uploadMedia = undefined
  })
  afterEach(() => Object.assign(at.pigeons.adapter, { uploadMedia: whole }))

  it('gets links as they are, and nobody asks what is behind them', async () => {
    const { message } = await queue({ type: 'image', media: { link: 'https://shop.example/tent.jpg' } })
    expect(message.content).toEqual({ type: 'image', media: { link: 'https://shop.example/tent.jpg' } })
    expect(asked).toEqual([])
    await at.drain()
  })

  it('gets none that leads inside', async () => {
    const content: OutboundRequest = { type: 'image', media: { link: 'http://169.254.169.254/' } }
    await expect(queue(content)).rejects.toEqual(refusal('link_forbidden', 'content.media.link'))
  })

  it('gets no file of ours, and that is said', async () => {
    const content: OutboundRequest = { type: 'image', media: { fileId: randomUUID() } }
    await expect(queue(content)).rejects.toEqual(refusal('files_unsupported', 'content.media.fileId'))
  })
})
