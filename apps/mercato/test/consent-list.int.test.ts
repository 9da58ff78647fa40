import { agreed, csvOf, type ImportDesk, openImportDesk, phoneNumber } from './support/consentList.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let desk: ImportDesk
beforeAll(async () => {
  shop = await openShop()
  desk = openImportDesk(shop)
})
afterAll(() => shop.close())

describe('what leaves as a file', () => {
  it('runs nothing in a spreadsheet, and comes back as it was', async () => {
    const rows = [agreed(phoneNumber(60), { note: '=HYPERLINK("http://x")', agreed_at: '@now' })]
    const { id } = await desk.checked(csvOf([...rows, agreed('-12', { note: 'one\ntwo' })]))
    const file = await desk.file(`imports/${id}/rows/export`)
    const [heading, first] = file.split('\n')
    expect(heading).toBe(
      'line,reason,phone,purpose,agreed_at,text,text_version,language,source_document,ip,url,reference,note,confirmed_at',
    )
    expect(first).toContain(`2,agreed_at: This is no date`)
    expect(first).toContain(`,'+48 601 500060,marketing,'@now,`)
    expect(first).toContain(`"'=HYPERLINK(""http://x"")"`)
    const again = await desk.checked(file.replace(`'@now`, '2026-05-03'))
    expect(again).toMatchObject({ sound: 1, faulty: 1, ignoredColumns: ['line', 'reason'] })
  })

  it('has everybody whom the list has, under the same filters', async () => {
    await desk.imported(csvOf([agreed(phoneNumber(61), { purpose: 'both' }), agreed(phoneNumber(62))]))
    const file = await desk.file('export?purpose=utility&source=import')
    const [heading, ...rows] = file.trim().split('\n')
    expect(heading).toMatch(/^phone,name,username,purpose,state,since,source,/)
    expect(rows.every((row) => row.includes(',utility,opted_in,'))).toBe(true)
    expect(rows.filter((row) => row.startsWith(`'+48601500061,`))).toHaveLength(1)
    expect(file).not.toContain('+48601500062')
  })
})

describe('the list of consents', () => {
  it('is read page by page, nobody twice and nobody left out', async () => {
    const many = Array.from({ length: 7 }, (_, n) => agreed(phoneNumber(70 + n), { purpose: 'both' }))
    await desk.imported(csvOf(many))
    const all = (await desk.consents('?limit=100')).items as { contactId: string; purpose: string }[]
    const paged: typeof all = []
    for (let cursor: string | null = ''; cursor !== null; ) {
      const page: { items: typeof all; nextCursor: string | null } = await desk.consents(
        `?limit=3${cursor && `&cursor=${cursor}`}`,
      )
      paged.push(...page.items)
      cursor = page.nextCursor
    }
    expect(paged).toEqual(all)
    expect(new Set(paged.map(({ contactId, purpose }) => contactId + purpose)).size).toBe(all.length)
  })

  it('is narrowed by how people stand', async () => {
    await desk.imported(csvOf([agreed(phoneNumber(78)), agreed(phoneNumber(79))]))
    await desk.optOut(phoneNumber(79), '2026-06-01T00:00:00Z', 'said so')
    const states = async (query: string) =>
      new Set(((await desk.consents(query)).items as { state: string }[]).map(({ state }) => state))
    expect(await states('?state=opted_out')).toEqual(new Set(['opted_out']))
    expect(await states('?state=opted_in')).toEqual(new Set(['opted_in']))
    const { items } = await desk.consents('?state=unconfirmed&limit=100')
    expect(items.length).toBeGreaterThan(0)
    for (const one of items) expect(one).toMatchObject({ purpose: 'marketing', confirmedAt: null })
    await shop.acme.admin('get', '/api/communication_channels/consents?cursor=x').expect(400)
    await shop.acme.admin('get', '/api/communication_channels/consents?state=none').expect(400)
  })
})
