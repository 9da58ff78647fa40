import { receive } from './support/inbox.ts'
import { type Ledger, ledgerOf, type Said } from './support/ledger.ts'
import { byPhone, HUB, peopleOf, T } from './support/people.ts'
import { openShop, type Shop } from './support/shop.ts'

// Whoever takes the consents away as a file gets all of it to its end, though others record meanwhile.

let shop: Shop
let ledger: Ledger
let identityId: string
beforeAll(async () => {
  shop = await openShop()
  ledger = await ledgerOf(shop)
  await receive(shop, byPhone('m1', '48600000171', T, 'Jan'))
  identityId = await ledger.identityOf((await peopleOf(shop).only()).contact.id, 'phone')
})
afterAll(() => shop?.close())

const said = (count: number): Said[] =>
  Array.from({ length: count }, (_, nth) => ({ identityId, sourceKey: `order:${nth}` }))

describe('the ledger as a file ends where it ended when it was asked for', () => {
  /** As an export finds it that read where the ledger ends, and then hundreds were recorded. */
  beforeAll(async () => {
    await ledger.record(said(1_600))
    await shop.sql('update cc_consent_heads set seq = 10')
  })

  it.each([
    ['json', (text: string) => JSON.parse(text).entries.length],
    ['csv', (text: string) => text.trim().split('\n').length - 1],
  ])('as %s', async (format, entriesIn) => {
    const { text, body } = await shop.acme
      .admin('get', `${HUB}/consents/ledger?format=${format}`)
      .timeout(10_000)
      .expect(200)
    expect(entriesIn(text ?? JSON.stringify(body))).toBe(10)
  })
})

it('the list as a file has also whoever changes their mind while it is read', async () => {
  await shop.sql(
    `insert into cc_consents (contact_id, channel_type, purpose, tenant_id, organization_id, state, since, source,
       updated_at)
     select gen_random_uuid(), 'whatsapp', 'marketing', ?, ?, 'opted_in', now(), 'form', now() - nth * interval '1 s'
     from generate_series(1, 2500) as nth`,
    [ledger.scope.tenantId, ledger.scope.organizationId],
  )
  // Whoever comes last, whether by when they said something or by who they are.
  const ids = await shop.sql<{ id: string }>(
    `(select contact_id as id from cc_consents order by updated_at limit 1)
     union (select contact_id from cc_consents order by contact_id desc limit 1)`,
  )
  const { token } = await shop.signIn('admin@acme.test')
  const file = await shop.host.fetch(
    new Request(`http://localhost:3000${HUB}/consents/export`, {
      headers: { authorization: `Bearer ${token}` },
    }),
  )
  const pages = file.body!.getReader()
  const read = async () => new TextDecoder().decode((await pages.read()).value)
  // The headings and the first of three pages: more than one is never read ahead.
  let text = (await read()) + (await read())
  for (const { id } of ids)
    await shop.sql(`update cc_consents set state = 'opted_out', updated_at = now() where contact_id = ?`, [
      id,
    ])
  for (let page = await read(); page !== ''; page = await read()) text += page
  const lines = text.trim().split('\n').slice(1)
  const everybody = await shop.sql<{ id: string }>('select contact_id as id from cc_consents order by 1')
  expect(lines.map((line) => line.slice(-36)).sort()).toEqual(everybody.map(({ id }) => id))
  expect(lines.filter((line) => line.includes(',opted_out,'))).not.toEqual([])
})
