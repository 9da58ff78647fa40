import { picture } from '@open-mercato/communication-channels/testing/sample-files'
import { delivery, textMessage } from './support/payloads.ts'
import { type Client, openShop, type Shop } from './support/shop.ts'
import { uploadTo } from './support/uploads.ts'

type Method = 'get' | 'post' | 'put' | 'delete' | 'patch'

let shop: Shop
const secretTemplate = {
  name: 'autumn_secret',
  language: 'en_US',
  category: 'UTILITY',
  parameterFormat: 'NAMED',
  components: [{ type: 'BODY', text: 'a secret of Acme' }],
}
/** Everything of Acme that has an id, by what a route calls it. */
let acmeIds: Record<string, string>

beforeAll(async () => {
  shop = await openShop()
  await shop.acme.deliver(delivery(shop.acme, [textMessage({ id: 'wamid.acme', text: 'a secret of Acme' })]))
  await shop.drain()
  const [ids] = await shop.sql<Record<string, string>>(
    `select m.id as message, m.conversation_id as conversation, m.channel_id as channel, c.connection_id as connection,
            v.contact_id as contact,
            (select id from wa_templates where connection_id = c.connection_id limit 1) as template
     from cc_external_messages m join cc_communication_channels c on c.id = m.channel_id
     join cc_external_conversations v on v.id = m.conversation_id`,
  )
  const file = await uploadTo(shop, ids!.channel!, await picture(), 'tent.jpg').expect(201)
  const batch = await shop.acme
    .admin('post', '/api/communication_channels/batches')
    .set('idempotency-key', 'isolation')
    .send({
      name: 'a secret of Acme',
      channelId: ids!.channel,
      content: { type: 'text', text: 'a secret of Acme' },
      recipients: [{ conversationId: ids!.conversation }],
      scheduledAt: new Date(Date.now() + 3_600_000).toISOString(),
    })
    .expect(202)
  const draft = await shop.acme
    .admin('post', '/api/channel_whatsapp/templates/drafts')
    .send({ connectionId: ids!.connection, definition: secretTemplate })
    .expect(201)
  acmeIds = {
    ...ids!,
    file: file.body.file.id,
    batch: batch.body.batch.id,
    draft: draft.body.draft.id,
  }
})
afterAll(() => shop.close())

/** The routes as the host has registered them, with Acme's ids for their parameters. */
function routesWithAcmesIds(): { method: Method; path: string }[] {
  return shop.host.modules.flatMap(({ routes }) =>
    routes.flatMap((route) =>
      Object.keys(route.handlers).flatMap((method) => {
        if (!route.path.includes('[') || route.path.includes('/webhook/[')) return []
        return idsFor(route.path).map((path) => ({ method: method.toLowerCase() as Method, path }))
      }),
    ),
  )
}

function idsFor(path: string): string[] {
  if (path.startsWith('/api/integrations')) return []
  return Object.values(acmeIds).map((id) => path.replaceAll(/\[[^\]]+\]/g, id))
}

const BODIES: Record<string, object> = {
  '/explain': { content: { type: 'text', text: 'into another tenant' } },
  '/erase': { reason: 'into another tenant' },
  '/block': {},
  '/convert': { as: 'image', channelId: '01990000-0000-7000-8000-000000000000' },
  '/actions': { action: 'deregister' },
  '/profile': { about: 'taken over' },
  '/webhook': { level: 'app', isOn: true },
  '/test': { channelId: '01990000-0000-7000-8000-000000000000', to: '+48601234567' },
  messages: { content: { type: 'text', text: 'into another tenant' } },
  numbers: { isEnabled: false },
  connections: { name: 'taken over' },
}

const call = (client: Client, { method, path }: { method: Method; path: string }) => {
  const request = client(method, path).set('idempotency-key', 'k')
  const body = Object.entries(BODIES).find(([word]) => path.includes(word))?.[1]
  return method === 'get' || !body ? request : request.send(body)
}

describe('a person of another tenant', () => {
  it('gets 404 from every registered route that takes an id, for every id there is', async () => {
    const routes = routesWithAcmesIds()
    expect(routes.length).toBeGreaterThanOrEqual(30)
    const answers = []
    for (const route of routes) {
      const { status, text } = await call(shop.birch.admin, route)
      answers.push({ ...route, status })
      expect(text).not.toContain('secret')
    }
    expect(answers.filter(({ status }) => status !== 404)).toEqual([])
  })

  it('and the same routes do answer their owner', async () => {
    const { conversation, channel } = acmeIds
    await shop.acme.admin('get', `/api/communication_channels/conversations/${conversation}`).expect(200)
    const { body } = await shop.acme
      .admin('get', `/api/channel_whatsapp/templates?channelId=${channel}`)
      .expect(200)
    expect(body.items.length).toBeGreaterThan(0)
  })

  it('finds nothing of it in any list', async () => {
    const lists = shop.host.modules.flatMap(({ routes }) =>
      routes
        .filter((route) => 'GET' in route.handlers && !route.path.includes('['))
        .map((route) => route.path),
    )
    expect(lists.length).toBeGreaterThanOrEqual(7)
    for (const path of lists) {
      const query = path.includes('/templates')
        ? `?channelId=${acmeIds.channel}&connectionId=${acmeIds.connection}&name=order_update`
        : ''
      const { text } = await shop.birch.admin('get', path + query)
      for (const id of Object.values(acmeIds)) expect(text).not.toContain(id)
    }
  })

  it('writes nothing into it with a body of their own signature that names its number', async () => {
    const state = () =>
      shop.sql(
        'select id, updated_at from cc_external_conversations union all select id, updated_at from cc_external_messages order by 1',
      )
    const before = await state()
    expect(await shop.birch.deliver(delivery(shop.acme, [textMessage({ id: 'wamid.intruder' })]))).toBe(200)
    await shop.drain()
    expect(await state()).toEqual(before)
    const { body } = await shop.birch.admin('get', '/api/communication_channels/deliveries?outcome=foreign')
    expect(body.items).toMatchObject([{ outcome: { foreign: 1, messages: 0 } }])
  })
})

describe('a person without the right', () => {
  it.each([
    ['put', '/api/integrations/channel_whatsapp/state'],
    ['put', '/api/integrations/channel_whatsapp/credentials'],
    ['post', '/api/channel_whatsapp/connections'],
    ['get', '/api/communication_channels/deliveries'],
    ['get', '/api/audit_logs/actions'],
  ] as const)('gets 403 from %s %s', (method, path) => shop.acme.agent(method, path).send().expect(403))
})

describe('what is stored', () => {
  it('shows no word, name or number of a customer to whoever reads the database', async () => {
    const tables = await shop.sql<{ name: string }>(
      `select relname as name from pg_class where relname like 'cc\\_%' and relkind in ('r', 'p')`,
    )
    for (const { name } of tables) {
      const rows = JSON.stringify(await shop.sql(`select t::text as row from ${name} t`))
      for (const word of ['secret of Acme', 'Maria Nowak', '48601234567', 'PL.100000000000001']) {
        expect(rows).not.toContain(word)
      }
    }
  })
})
