import type { ServerResponse } from 'node:http'
import {
  type Asked,
  graphError,
  json,
  startFakeGraph,
} from '../../../../packages/channel-whatsapp/test/fake-graph.ts'
import { openShop, type Shop } from './shop.ts'

/** A template as Graph lists it. */
export interface ListedTemplate {
  id: string
  name: string
  language: string
  status: string
  category: string
  components: object[]
  [fact: string]: unknown
}

type Answer = { status: number; body: unknown }

/** Graph with the templates of one account, in pages, as the test wants it. */
export interface TemplatesAtMeta {
  templates: ListedTemplate[]
  /** What was asked about templates, in order. */
  asked: string[]
  /** Looks at each question first; what it answers is answered. */
  before(look: ((path: string) => Answer | null | Promise<Answer | null>) | null): void
  close(): Promise<void>
}

export const refused = (code: number, status = 400, more = {}): Answer => ({
  status,
  body: graphError(code, undefined, more),
})

export const listed = (name: string, more: Partial<ListedTemplate> = {}): ListedTemplate => ({
  id: String(9_000_000 + Number.parseInt(Buffer.from(name).toString('hex').slice(-10), 16)),
  name,
  language: 'en',
  status: 'APPROVED',
  category: 'UTILITY',
  parameter_format: 'POSITIONAL',
  components: [{ type: 'BODY', text: `Hello, this is ${name}.` }],
  ...more,
})

export const manyListed = (count: number): ListedTemplate[] =>
  Array.from({ length: count }, (_, index) => listed(`one_of_many_${String(index).padStart(4, '0')}`))

/** A shop whose account has what the test wants, for all tests of a file; `ready` gets both before the first. */
export function openTemplatesShop(
  ready: (opened: { shop: Shop; meta: TemplatesAtMeta }) => void | Promise<void>,
): void {
  let shop: Shop
  let meta: TemplatesAtMeta
  beforeAll(async () => {
    shop = await openShop()
    meta = await openTemplatesAtMeta(shop.acme.account.wabaId)
    await ready({ shop, meta })
  }, 60_000)
  afterAll(async () => {
    await meta.close()
    await shop.close()
  })
  beforeEach(() => {
    meta.before(null)
    meta.asked.length = 0
  })
}

async function openTemplatesAtMeta(wabaId: string): Promise<TemplatesAtMeta> {
  let look: Parameters<TemplatesAtMeta['before']>[0] = null
  const asked: string[] = []
  const meta = { templates: [] as ListedTemplate[], asked }
  const graph = await startFakeGraph(async ({ path }: Asked, response: ServerResponse, url: string) => {
    asked.push(path)
    const instead = (await look?.(path)) ?? null
    if (instead) return json(response, instead.body, instead.status)
    const { pathname, searchParams } = new URL(path, url)
    if (pathname === `/${wabaId}/message_templates`) return json(response, page(searchParams))
    const one = meta.templates.find(({ id }) => pathname === `/${id}`)
    if (one) return json(response, one)
    if (pathname === `/${wabaId}`) return json(response, { id: wabaId })
    return json(response, graphError(100, undefined, { error_subcode: 33 }), 400)
  })

  function page(query: URLSearchParams): object {
    const from = Number(query.get('after') ?? 0)
    const end = from + Number(query.get('limit'))
    return {
      data: meta.templates.slice(from, end),
      paging: {
        cursors: { before: String(from), after: String(end) },
        ...(end < meta.templates.length ? { next: `https://graph.facebook.com/?after=${end}` } : {}),
      },
      ...(query.has('summary')
        ? { summary: { total_count: meta.templates.length, message_template_limit: 6000 } }
        : {}),
    }
  }

  return Object.assign(meta, {
    before(next: typeof look) {
      look = next
    },
    close: () => graph.close(),
  })
}
