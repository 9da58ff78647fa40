import type { EntityManager } from '@mikro-orm/postgresql'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  countQueuedTemplates,
  countTemplateSends,
  countWithoutMarketingConsent,
  templateFunnel,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/messages/template-usage'
import { agreeAtAcme } from './support/agreeing.ts'
import { answerIn } from './support/inbox.ts'
import { type LetterDesk, openLetterDesk } from './support/letterDesk.ts'
import { openShop, type Shop } from './support/shop.ts'

const NAMES = ['Maria Nowak', 'Anna Schmidt', 'Jan Kowalski', 'Sam Rivera']
const HOUR = 60 * 60 * 1000
const later = (hours: number) => new Date(Date.now() + hours * HOUR)

let shop: Shop
let desk: LetterDesk
let people: string[]
beforeAll(async () => {
  shop = await openShop()
  desk = await openLetterDesk(shop)
  people = []
  for (const name of NAMES) people.push(await desk.hearsFrom(name))
})
afterAll(async () => {
  desk.close()
  await shop.close()
})

const letter = (name: string) => ({ type: 'template', name, language: 'en', parameters: {} })
const send = (person: number, name: string, more: object = {}) =>
  desk.queues(people[person]!, { content: letter(name), ...more })
const keeps = (...names: string[]) =>
  desk.keeps(...names.map((name) => ({ name, language: 'en', words: `This is ${name}.` })))
const db = () => dbOf(shop.host.createContainer().resolve<EntityManager>('em').fork())
const used = (name: string) => ({ channelIds: [desk.channelId], name, language: 'en' })
const since = new Date(Date.now() - 100 * HOUR)
const toAll = (name: string, more: object = {}) =>
  desk.batch({
    content: letter(name),
    recipients: people.map((conversationId) => ({ conversationId })),
    ...more,
  })

describe('what would use a template', () => {
  it('are messages that wait, and those of batches that are not made yet; not what left or was called back', async () => {
    keeps('queued_one', 'other')
    await send(0, 'queued_one')
    await shop.drain()
    await send(0, 'queued_one')
    await send(1, 'other')
    await send(1, 'queued_one', { scheduledAt: later(2).toISOString() })
    const gone = await send(2, 'queued_one', { scheduledAt: later(2).toISOString() })
    await desk.call('post', `/messages/${gone}/cancel`).expect(200)
    await toAll('queued_one', { scheduledAt: later(3).toISOString() })
    const counted = await countQueuedTemplates(db(), desk.scope, used('queued_one'))
    expect(counted).toEqual({ queued: 1, scheduled: 1 + people.length })
    const elsewhere = { ...desk.scope, tenantId: shop.birch.tenantId }
    expect(await countQueuedTemplates(db(), elsewhere, used('queued_one'))).toEqual({
      queued: 0,
      scheduled: 0,
    })
    await shop.drain()
  })
})

describe('what became of a template', () => {
  const funnelOf = (name: string) => templateFunnel(db(), desk.scope, { ...used(name), since })
  const sentTo = async (person: number, name: string) =>
    (
      await shop.sql<{ id: string }>(
        'select id from cc_external_messages where conversation_id = ? and template_name = ? order by id',
        [people[person], name],
      )
    ).map(({ id }) => id)

  it('is how far each got, and an answer counts for the last template before it alone', async () => {
    keeps('news', 'next')
    await toAll('news')
    await shop.drain()
    await send(0, 'news')
    await shop.drain()
    await send(1, 'next')
    await shop.drain()
    expect(await funnelOf('news')).toEqual({ sent: 5, delivered: 0, read: 0, answered: 0, failed: 0 })

    const [first, second] = await sentTo(0, 'news')
    await desk.isTold(first!, 'delivered')
    await desk.isTold(second!, 'read')
    await desk.isTold((await sentTo(3, 'news'))[0]!, 'failed')
    await shop.sql(`update cc_external_messages set sent_at = sent_at - interval '73 hours' where id = ?`, [
      (await sentTo(2, 'news'))[0],
    ])
    for (const name of NAMES.slice(0, 3)) await desk.hearsFrom(name, 'Yes please')
    expect(await funnelOf('news')).toEqual({ sent: 5, delivered: 2, read: 1, answered: 1, failed: 1 })
    expect(await funnelOf('next')).toMatchObject({ sent: 1, answered: 1 })
    expect(await countTemplateSends(db(), desk.scope, { ...used('news'), since })).toBe(5)
    expect(await countTemplateSends(db(), desk.scope, { ...used('news'), since: later(1) })).toBe(0)
  })

  it('and how many of those who got it could get no marketing: each once', async () => {
    keeps('dearer')
    await toAll('dearer')
    await send(0, 'dearer')
    await shop.drain()
    const without = () => countWithoutMarketingConsent(db(), desk.scope, { ...used('dearer'), since })
    expect(await without()).toBe(4)
    await agreeAtAcme(shop, { conversationIds: people.slice(0, 2) }, ['marketing'], 'pigeon')
    expect(await without()).toBe(2)
    await desk.hearsFrom(NAMES[0]!, 'STOP')
    expect(await without()).toBe(3)
  })
})

describe('a template that left in place of words', () => {
  it('counts as one that was sent, and its words did not before', async () => {
    keeps('in_place')
    const asked = { notification: { name: 'in_place', text: 'In plain words.' } }
    const id = await desk.queues(people[3]!, asked)
    expect(await countQueuedTemplates(db(), desk.scope, used('in_place'))).toMatchObject({ queued: 0 })
    await shop.sql(
      `update cc_external_conversations set conversation_window_expires_at = now() where id = ?`,
      [people[3]],
    )
    await shop.drain()
    expect(await desk.message(people[3]!, id)).toMatchObject({
      status: 'sent',
      content: { name: 'in_place' },
    })
    expect(await countTemplateSends(db(), desk.scope, { ...used('in_place'), since })).toBe(1)
  })
})

it('a template that the provider had to send in another form is read as what the customer got', async () => {
  const [kept] = keeps('rewritten')
  const id = await send(3, 'rewritten')
  kept!.rewritten = 'Nobody here wrote this.'
  await shop.drain()
  expect(desk.words().at(-1)).toBe('Nobody here wrote this.')
  expect(await desk.message(people[3]!, id)).toMatchObject({
    status: 'sent',
    content: { name: 'rewritten', rendered: { body: 'Nobody here wrote this.' } },
  })
  const [row] = await shop.sql<{ content: string }>(
    'select content from cc_external_messages where id = ? and template_name = ?',
    [id, 'rewritten'],
  )
  expect(row!.content).not.toContain('Nobody')
})

describe('a template that may not go out any more stops what waits for it, and it is seen why', () => {
  const change = { paused: 'paused', disabled: 'disabled' } as const

  it.each<['paused' | 'disabled' | 'deleted', string]>([
    ['paused', 'template_paused'],
    ['disabled', 'template_disabled'],
    ['deleted', 'template_missing'],
  ])('%s: a queued and a scheduled message', async (what, code) => {
    const [kept] = keeps(`is_${what}`)
    const queued = await send(1, kept!.name)
    const scheduled = await send(2, kept!.name, { scheduledAt: later(1).toISOString() })
    if (what === 'deleted') desk.tears(kept!)
    else kept!.state = change[what]
    await desk.drainAt(later(1.01))
    for (const [person, id] of [
      [1, queued],
      [2, scheduled],
    ] as const) {
      expect(await desk.message(people[person]!, id)).toMatchObject({
        status: 'failed',
        error: { code, message: expect.stringContaining(kept!.name), action: expect.any(String) },
      })
    }
    expect(desk.words()).not.toContain(`This is ${kept!.name}.`)
    const { body } = await answerIn(shop, people[0]!, { content: letter(kept!.name) }).expect(422)
    expect(body.code).toBe(code)
  })

  it('a batch that waits for its time: it pauses itself, and nobody is refused', async () => {
    const [kept] = keeps('for_later')
    const id = await toAll('for_later', { scheduledAt: later(2).toISOString() })
    desk.tears(kept!)
    await desk.drainAt(later(2.01))
    expect(await desk.batchOf(id)).toMatchObject({
      state: 'paused',
      problem: { code: 'template_missing', message: expect.stringContaining('for_later') },
      counts: { waiting: 4, queued: 0, refused: 0, failed: 0 },
    })
  })

  it('a batch whose messages are all made and wait for their turn: they are taken back, and go on later', async () => {
    const [kept] = keeps('all_made')
    await desk.call('put', '/settings').send({ automaticPerMinute: 1 }).expect(200)
    await shop.sql('delete from cc_automatic_sends')
    const id = await toAll('all_made')
    await shop.drain()
    const { counts } = await desk.batchOf(id)
    expect(counts).toMatchObject({ waiting: 0, queued: 3 })
    kept!.state = 'paused'
    await desk.call('put', '/settings').send({ automaticPerMinute: 100_000 }).expect(200)
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({
      state: 'paused',
      problem: { code: 'template_paused' },
      counts: { waiting: 3, queued: 0, refused: 0, failed: 0 },
    })
    expect(await countQueuedTemplates(db(), desk.scope, used('all_made'))).toMatchObject({ queued: 3 })

    kept!.state = 'usable'
    await desk.call('post', `/batches/${id}/resume`).expect(200)
    await shop.drain()
    expect(await desk.batchOf(id)).toMatchObject({ state: 'finished', counts: { refused: 0, failed: 0 } })
    expect(desk.words().filter((words) => words === 'This is all_made.')).toHaveLength(4)
  })
})
