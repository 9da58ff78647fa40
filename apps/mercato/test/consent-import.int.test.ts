import { agreed, csvOf, type ImportDesk, openImportDesk, phoneNumber } from './support/consentList.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let desk: ImportDesk
beforeAll(async () => {
  shop = await openShop()
  desk = openImportDesk(shop)
})
afterAll(() => shop.close())

const ledgerLength = async () =>
  Number((await shop.sql<{ n: string }>('select count(*) as n from cc_consent_events'))[0]!.n)
const consentOf = async (phone: string) =>
  (await desk.consents(`?phone=${encodeURIComponent(phone)}`)).items as Record<string, unknown>[]

describe('a list of people who agreed elsewhere', () => {
  it('is checked first: faulty rows are named by line and reason, and nothing is recorded', async () => {
    const before = await ledgerLength()
    const found = await desk.checked(
      csvOf([
        agreed(phoneNumber(1)),
        agreed('12', { agreed_at: '2027-01-01' }),
        agreed(phoneNumber(2), { source_document: '' }),
        agreed(phoneNumber(1).replaceAll(' ', ''), { text: 'Again.' }),
        agreed(phoneNumber(3), { purpose: 'both' }),
      ]),
    )
    expect(found).toMatchObject({
      ...{ fileName: 'people.csv', state: 'checked', total: 5, sound: 2, faulty: 3, done: 0, recorded: 0 },
      ...{ problem: null, createdBy: { name: 'Ada Admin' }, finishedAt: null },
    })
    const { items, nextCursor } = await desk.rows(found.id)
    expect(nextCursor).toBeNull()
    expect(items).toMatchObject([
      { line: 3, phone: '12', problems: [{ code: 'phone_invalid' }, { code: 'time_future' }] },
      { line: 4, problems: [{ code: 'evidence_missing', column: null }] },
      { line: 5, problems: [{ code: 'duplicate', line: 2 }] },
    ])
    expect(await ledgerLength()).toBe(before)
    expect(await consentOf(phoneNumber(1))).toEqual([])
  })

  it('is recorded without its faulty rows once it is started, each person with text and evidence', async () => {
    const found = await desk.imported(
      csvOf([
        agreed(phoneNumber(10), { confirmed_at: '2026-05-04T08:00:00Z', reference: 'Order 7' }),
        agreed('nobody'),
        agreed(phoneNumber(11), { purpose: 'both' }),
      ]),
    )
    expect(found).toMatchObject({ state: 'finished', total: 3, sound: 2, faulty: 1, done: 2, recorded: 2 })
    expect(found).toMatchObject({ repeated: 0, overruled: 0, finishedAt: expect.any(String) })
    const [consent] = await consentOf(phoneNumber(10))
    expect(consent).toMatchObject({
      ...{ contact: { phone: '+48601500010' }, purpose: 'marketing', state: 'opted_in', source: 'import' },
      ...{ since: '2026-05-03T10:00:00.000Z', confirmedAt: '2026-05-04T08:00:00.000Z' },
    })
    expect((await consentOf(phoneNumber(11))).map(({ purpose }) => purpose)).toEqual(['utility', 'marketing'])
    const { body } = await shop.acme
      .admin('get', `/api/communication_channels/contacts/${consent!.contactId}/consents`)
      .expect(200)
    expect(body.events[0]).toMatchObject({
      ...{ kind: 'opted_in', source: 'import', text: 'Yes, write to me about offers.' },
      evidence: { document: 'form-2026-05.pdf', reference: 'Order 7', list: 'people.csv', line: '2' },
    })
  })

  it('changes nothing when it comes again, as it was or put right', async () => {
    const rows = [agreed(phoneNumber(20)), agreed(phoneNumber(21), { agreed_at: 'once' })]
    await desk.imported(csvOf(rows))
    const before = await ledgerLength()
    expect(await desk.imported(csvOf(rows))).toMatchObject({ state: 'finished', recorded: 0, repeated: 1 })
    expect(await ledgerLength()).toBe(before)
    const right = await desk.imported(csvOf([rows[0]!, agreed(phoneNumber(21))]))
    expect(right).toMatchObject({ recorded: 1, repeated: 1 })
    expect(await ledgerLength()).toBe(before + 1)
  })

  it('tells a row as recorded that is, also where another says the same of another purpose', async () => {
    const same = { text: '' }
    const found = await desk.imported(
      csvOf([agreed(phoneNumber(25), same), agreed(phoneNumber(25), { ...same, purpose: 'utility' })]),
      { text: 'Agreed.' },
    )
    expect(found).toMatchObject({ recorded: 2, repeated: 0 })
    await desk.optOut(phoneNumber(26), '2026-06-01T00:00:00Z', 'message:stop')
    const over = await desk.imported(
      csvOf([agreed(phoneNumber(26)), agreed(phoneNumber(26), { purpose: 'utility' })]),
    )
    expect(over).toMatchObject({ recorded: 2, overruled: 1 })
    expect((await desk.rows(over.id, '?state=overruled')).items).toMatchObject([{ line: 2 }])
  })

  it('says when the same file was recorded before, of a file that was', async () => {
    const file = csvOf([agreed(phoneNumber(27))])
    const first = await desk.checked(file)
    expect(first).toMatchObject({ sameRecordedAt: null })
    expect(await desk.checked(file)).toMatchObject({ sameRecordedAt: null })
    await desk.steer(first.id, 'start').expect(200)
    await shop.drain()
    const { finishedAt, sameRecordedAt } = await desk.importOf(first.id)
    expect(sameRecordedAt).toBeNull()
    expect(await desk.checked(file)).toMatchObject({ sameRecordedAt: finishedAt })
    expect(await desk.checked(`${file}\n`)).toMatchObject({ sameRecordedAt: null })
    const birch = openImportDesk(shop, shop.birch.admin)
    expect(await birch.checked(file)).toMatchObject({ sameRecordedAt: null })
  })

  it('does not opt anybody in again who opted out after what it says', async () => {
    const opted = { kind: 'opted_out', source: 'message', key: 'message:stop' }
    await desk.imported(csvOf([agreed(phoneNumber(30)), agreed(phoneNumber(31))]))
    await desk.optOut(phoneNumber(30), '2026-06-01T00:00:00Z', opted.key)
    await desk.optOut(phoneNumber(31), '2026-06-01T00:00:00Z', opted.key)
    const list = csvOf([
      agreed(phoneNumber(30), { agreed_at: '2026-05-20' }),
      agreed(phoneNumber(31), { agreed_at: '2026-07-01' }),
      agreed(phoneNumber(32)),
    ])
    const checked = await desk.checked(list)
    expect(checked).toMatchObject({ sound: 3, faulty: 0, overruled: 1 })
    const who = [{ line: 2, phone: '+48601500030', problems: [{ code: 'opted_out_later' }] }]
    expect((await desk.rows(checked.id, '?state=overruled')).items).toMatchObject(who)
    await desk.steer(checked.id, 'start').expect(200)
    await shop.drain()
    const found = await desk.importOf(checked.id)
    expect(found).toMatchObject({ recorded: 3, overruled: 1 })
    expect((await consentOf(phoneNumber(30)))[0]).toMatchObject({ state: 'opted_out' })
    expect((await consentOf(phoneNumber(31)))[0]).toMatchObject({ state: 'opted_in' })
    expect((await desk.rows(found.id, '?state=overruled')).items).toMatchObject(who)
    const file = await desk.file(`imports/${found.id}/rows/export?state=overruled`)
    expect(file).toMatch(/\n2,"The person opted out after this date[^\n]*,'\+48601500030,,2026-05-20T/)
    expect(await desk.checked(list)).toMatchObject({ sound: 3, overruled: 0 })
  })

  it('tells in its report who opted out only after the check', async () => {
    const { id } = await desk.checked(csvOf([agreed(phoneNumber(33)), agreed(phoneNumber(34))]))
    await desk.optOut(phoneNumber(34), '2026-06-01T00:00:00Z', 'message:stop')
    expect(await desk.importOf(id)).toMatchObject({ overruled: 0 })
    await desk.steer(id, 'start').expect(200)
    await shop.drain()
    expect(await desk.importOf(id)).toMatchObject({ recorded: 2, overruled: 1 })
    expect((await desk.rows(id, '?state=overruled')).items).toMatchObject([
      { line: 3, phone: '+48601500034' },
    ])
  })

  it('says for all rows what the form says, where they say nothing themselves', async () => {
    const file = 'phone;agreed_at;Name\r\n+48601500040;2026-05-03;Maria\r\n'
    const bare = await desk.checked(file)
    expect(bare).toMatchObject({ sound: 0, faulty: 1, ignoredColumns: ['Name'] })
    const terms = {
      text: 'Agreed.',
      textVersion: '3',
      language: 'pl',
      purpose: 'utility',
      document: 'list.pdf',
    }
    const found = await desk.imported(file, terms)
    expect(found).toMatchObject({ recorded: 1, defaults: terms })
    expect((await consentOf('+48601500040'))[0]).toMatchObject({ purpose: 'utility' })
  })

  it('is cancelled before it is recorded, and nothing of it stays', async () => {
    const { id } = await desk.checked(csvOf([agreed(phoneNumber(50))]))
    expect((await desk.steer(id, 'cancel').expect(200)).body.import).toMatchObject({ state: 'cancelled' })
    await desk.steer(id, 'cancel').expect(200)
    expect((await desk.steer(id, 'start').expect(409)).body).toMatchObject({ code: 'import_over' })
    await shop.drain()
    expect(await consentOf(phoneNumber(50))).toEqual([])
  })
})

describe('a file that is no such list', () => {
  it.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'list_empty'],
    ['a spreadsheet under a list’s name', Buffer.from('504b030414000600', 'hex'), 'file_spreadsheet'],
    ['a list in UTF-16', Buffer.from('\uFEFFphone,agreed_at\n1,2\n', 'utf16le'), 'encoding_utf16'],
    ['a list in Latin-1', Buffer.from('phone,agreed_at,note\n1,2,José\n', 'latin1'), 'encoding_unknown'],
    ['a list without headings', '+48601234567,2026-05-03\n', 'column_missing'],
  ])('%s is refused at once', async (_what, file, code) => {
    const { body } = await desk.upload(file).expect(422)
    expect(body).toMatchObject({ code, error: expect.any(String), action: expect.any(String) })
  })

  it('a list without a column that every row needs is refused with what is missing, and what is there', async () => {
    const { body } = await desk.upload('Phone;Name;E-mail\n+48601234567;Maria;m@example.test\n').expect(422)
    expect(body).toMatchObject({ code: 'column_missing', missing: ['agreed_at'] })
    expect(body.found).toEqual(['Phone', 'Name', 'E-mail'])
  })

  it.each<[string, string, string, number | null]>([
    ['a quotation mark that is never closed', 'phone,agreed_at\n1,2\n"3,4\n', 'quote_open', 3],
    ['headings and nobody', 'phone,agreed_at\n', 'no_rows', null],
  ])('%s ends the check, and says why', async (_what, file, code, line) => {
    const found = await desk.checked(file)
    expect(found).toMatchObject({ state: 'failed', total: 0, problem: { code, line } })
    expect((await desk.steer(found.id, 'start').expect(409)).body).toMatchObject({ code: 'import_over' })
  })

  it('a form without a file, and no form at all, are refused', async () => {
    const path = '/api/communication_channels/consents/imports'
    await shop.acme.admin('post', path).field('text', 'x').expect(422)
    await shop.acme.admin('post', path).send({}).expect(400)
    const { body } = await desk.upload(csvOf([agreed('1')]), { purpose: 'service' }).expect(400)
    expect(body.fieldErrors).toHaveProperty('purpose')
    const odd = await desk.upload(csvOf([agreed('1')]), { language: 'Polish!' }).expect(400)
    expect(odd.body.fieldErrors).toHaveProperty('language')
  })
})

describe('whose it is', () => {
  it('stays in the organisation, and its words unreadable at rest', async () => {
    const { id } = await desk.checked(csvOf([agreed(phoneNumber(80)), agreed('Maria')]))
    const birch = openImportDesk(shop, shop.birch.admin)
    await birch.steer(id, 'start').expect(404)
    await shop.birch.admin('get', `/api/communication_channels/consents/imports/${id}/rows`).expect(404)
    await shop.birch.admin('get', `/api/communication_channels/consents/imports/${id}`).expect(404)
    expect((await birch.consents()).items).toEqual([])
    const kept = JSON.stringify(
      await shop.sql(
        `select i.file_name, i.evidence, r.cells, r.problems::text from cc_consent_imports i
         join cc_consent_import_rows r on r.import_id = i.id where i.id = ?`,
        [id],
      ),
    )
    for (const word of ['people.csv', '500080', 'Maria', 'offers']) expect(kept).not.toContain(word)
  })

  it('is changed only by who may', async () => {
    const agent = openImportDesk(shop, shop.acme.agent)
    await agent.upload(csvOf([agreed(phoneNumber(81))])).expect(403)
    await shop.acme.agent('get', '/api/communication_channels/consents/export').expect(403)
    await agent.consents()
  })
})
