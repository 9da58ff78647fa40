import { answerIn, conversationsOf, emptyInbox, receive, threadOf } from './support/inbox.ts'
import { openStandInShop, type StandIn, taken } from './support/outbox.ts'
import { echo, fromMaria, type Item, NOW, statusReport, textMessage } from './support/payloads.ts'
import { byBoth, byPhone, byUserId, peopleOf } from './support/people.ts'
import type { Shop } from './support/shop.ts'

const HOUR = 3600
const T = NOW - 5 * HOUR
const AD = { source_type: 'ad', source_id: '1', headline: 'Tents' }
const iso = (seconds: number) => new Date(seconds * 1000).toISOString()

let shop: Shop
let provider: StandIn
let sent: string[]
openStandInShop((opened) => {
  ;({ shop, provider } = opened)
})
beforeEach(async () => {
  await emptyInbox(shop)
  sent = []
  provider.answers(async () => {
    const outcome = taken()
    if (outcome.outcome === 'sent') sent.push(outcome.externalMessageId)
    return outcome
  })
})

const fromAd = (id: string, at = T): Item =>
  fromMaria({ id, type: 'text', content: { body: 'I saw your ad' }, at, more: { referral: AD } })
const freeEntry = async () => (await conversationsOf(shop))[0].window.freeEntry

/** What staff wrote at this time, and the provider says left then. */
async function answers(at: number, content: object = { type: 'text', text: 'Hello' }): Promise<void> {
  const [{ id }] = await conversationsOf(shop)
  await answerIn(shop, id, { content }).expect(202)
  await shop.drain()
  await shop.sql('update cc_external_messages set sent_at = ? where external_message_id = ?', [
    iso(at),
    sent.at(-1)!,
  ])
  await receive(shop, statusReport({ id: sent.at(-1)!, status: 'sent', at }))
}

const offered = { isOpen: false, expiresAt: null, offeredUntil: iso(T + 24 * HOUR) }
const openFrom = (at: number) => ({ isOpen: true, expiresAt: iso(at + 72 * HOUR), offeredUntil: null })

describe('the free-entry window', () => {
  it('is offered by a message from an ad for a day, and by no other', async () => {
    await receive(shop, textMessage({ id: 'plain', at: T }))
    expect(await freeEntry()).toBeNull()
    await receive(shop, fromAd('ad'))
    expect(await freeEntry()).toEqual(offered)
  })

  it('is opened by the first answer, from the time at which the provider says it left', async () => {
    await receive(shop, fromAd('ad'))
    await answers(T + HOUR)
    await answers(T + 2 * HOUR)
    expect(await freeEntry()).toEqual(openFrom(T + HOUR))
    await receive(shop, statusReport({ id: sent[0]!, status: 'delivered', at: T + 3 * HOUR }))
    expect(await freeEntry()).toEqual(openFrom(T + HOUR))
  })

  it('opens as soon as an answer has left, before anything is reported of it', async () => {
    await receive(shop, fromAd('ad'))
    const [{ id }] = await conversationsOf(shop)
    await answerIn(shop, id, { content: { type: 'text', text: 'Hello' } }).expect(202)
    expect(await freeEntry()).toEqual(offered)
    await shop.drain()
    expect(await freeEntry()).toMatchObject({ isOpen: true, offeredUntil: null })
  })

  it('is not opened by our reactions, by what we write on our phone, nor by what did not get through', async () => {
    await receive(shop, fromAd('ad'), echo({ id: 'echo', text: 'Hi', at: T + 60 }))
    const [{ id: messageId }] = await threadOf(shop)
    await answers(T + HOUR, { type: 'reaction', messageId, emoji: '👍' })
    expect(await freeEntry()).toEqual(offered)
    await answers(T + HOUR)
    await receive(
      shop,
      statusReport({ id: sent.at(-1)!, status: 'failed', at: T + HOUR, errors: [{ code: 131026 }] }),
    )
    expect(await freeEntry()).toEqual(offered)
  })

  it('is not opened by what had left before', async () => {
    await receive(shop, fromAd('ad'))
    await answers(T - 1)
    expect(await freeEntry()).toEqual(offered)
    await answers(T)
    expect(await freeEntry()).toEqual(openFrom(T))
  })

  it.each([
    ['in the last second', -1, true],
    ['a day later', 0, false],
  ])('is opened by an answer %s: %#', async (_case, seconds, isOpened) => {
    const adAt = T - 20 * HOUR
    await receive(shop, fromAd('ad', adAt), textMessage({ id: 'now', at: T }))
    const at = adAt + 24 * HOUR + seconds
    await answers(at)
    expect(await freeEntry()).toEqual(isOpened ? openFrom(at) : null)
  })

  it('is offered anew by whoever comes again, and the answer makes it longer', async () => {
    await receive(shop, fromAd('ad'))
    await answers(T + 60)
    await receive(shop, fromAd('again', T + HOUR))
    expect(await freeEntry()).toEqual({ ...openFrom(T + 60), offeredUntil: iso(T + 25 * HOUR) })
    await answers(T + 2 * HOUR)
    expect(await freeEntry()).toEqual(openFrom(T + 2 * HOUR))
  })

  it('is over after 72 hours, whatever the other window is', async () => {
    await receive(shop, fromAd('ad', NOW - 73 * HOUR), textMessage({ id: 'now', at: T }))
    await answers(NOW - 72 * HOUR + 300)
    expect(await freeEntry()).toMatchObject({ isOpen: true })
    await answers(NOW - 72 * HOUR - 300)
    expect((await conversationsOf(shop))[0].window).toMatchObject({ isOpen: true, freeEntry: null })
  })

  it('goes with the people: offered to one, answered to the other, and each has their own again', async () => {
    const people = peopleOf(shop)
    const { message, contact } = byPhone('p1', '48600000091', T, 'Jan') as {
      message: object
      contact: object
    }
    await receive(shop, { message: { ...message, referral: AD }, contact } as Item)
    await receive(shop, byUserId('u1', 'PL.91', T + 30, 'Janek'))
    await answers(T + 60)
    const entries = async () =>
      (await conversationsOf(shop))
        .map((one: { contact: { userId: string | null }; window: { freeEntry: object | null } }) => [
          one.contact.userId,
          one.window.freeEntry,
        ])
        .sort()
    const apart = await entries()
    expect(apart).toEqual([
      [null, offered],
      ['PL.91', null],
    ])

    await receive(shop, byBoth('b1', '48600000091', 'PL.91', T + 90, 'Janek'))
    const { contact: one, window } = await people.only()
    expect(window.freeEntry).toEqual(openFrom(T + 60))

    const { events } = await people.show(one.id)
    await people.post(`${one.id}/split`, { eventId: events[0].id, reason: 'Two brothers' }).expect(200)
    expect(await entries()).toEqual(apart)
  })
})
