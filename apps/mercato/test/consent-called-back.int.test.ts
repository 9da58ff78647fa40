import { agreeAtAcme } from './support/agreeing.ts'
import { decide, forgetEverybody, ledger, outcomes, standing } from './support/consentWords.ts'
import { answerIn, conversationsOf, receive, threadOf } from './support/inbox.ts'
import { openStandInShop, refusal, type StandIn, taken } from './support/outbox.ts'
import { delivery, MARIA, statusReport, textMessage } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'

let shop: Shop
let provider: StandIn
openStandInShop((opened) => {
  ;({ shop, provider } = opened)
})
beforeEach(async () => {
  provider.answers(null)
  await forgetEverybody(shop)
})

let nth = 0
/** By then, in seconds: what was agreed to a moment ago was agreed to before. */
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
const said = (text: string, after = 0) =>
  textMessage({ id: `wamid.back${++nth}`, text, at: inSeconds(after) })

/** Maria has agreed to everything, and writes to both numbers of Acme. Her conversations, on the first number first. */
async function maria(): Promise<string[]> {
  for (const { id } of shop.acme.account.numbers) {
    await shop.acme.deliver(delivery(shop.acme, [said('Hello')], id))
  }
  await shop.drain()
  await agreeAtAcme(shop, { phones: [`+${MARIA.from}`] })
  const threads: { id: string; channel: { displayName: string } }[] = await conversationsOf(shop)
  const names = threads.map(({ channel }) => channel.displayName).sort()
  return names.map((name) => threads.find(({ channel }) => channel.displayName === name)!.id)
}

const inAnHour = () => new Date(Date.now() + 3_600_000).toISOString()

/** Waits in the outbox. Its id. */
async function queue(conversationId: string, purpose: string): Promise<string> {
  const content = { type: 'text', text: `For ${purpose}` }
  const { body } = await answerIn(shop, conversationId, { content, purpose, scheduledAt: inAnHour() }).expect(
    202,
  )
  return body.message.id
}

async function message(id: string) {
  for (const { id: conversationId } of await conversationsOf(shop)) {
    const found = (await threadOf(shop, conversationId)).find((one: { id: string }) => one.id === id)
    if (found) return found
  }
}

const explanationOf = async (id: string) =>
  (await shop.acme.agent('get', `/api/communication_channels/messages/${id}/explanation`).expect(200)).body

describe('what waits to be sent to who writes STOP', () => {
  it('is called back in all their conversations, and says why; the rest still leaves', async () => {
    const [one, other] = (await maria()) as [string, string]
    const offers = [await queue(one, 'marketing'), await queue(other, 'marketing')]
    const others = [await queue(one, 'utility'), await queue(one, 'service')]
    await receive(shop, said('STOP', 2))
    for (const id of offers) {
      expect(await message(id)).toMatchObject({ status: 'cancelled', error: { code: 'opted_out' } })
    }
    for (const id of others) expect(await message(id)).toMatchObject({ status: 'queued', error: null })
    expect(await outcomes(shop, 'stop_queued')).toEqual([{ cancelled: 2 }])
  })

  it('is told by the reason that held then, whatever they say later', async () => {
    const [one] = (await maria()) as [string]
    const offer = await queue(one, 'marketing')
    await receive(shop, said('STOP', 2))
    const reason = (await explanationOf(offer)).stopped.decision.reasons[0]
    expect(reason).toMatchObject({ code: 'opted_out', params: { purpose: 'marketing', source: 'message' } })
    await receive(shop, said('START', 10))
    expect(await standing(shop)).toMatchObject({ marketing: 'opted_in' })
    const told = await explanationOf(offer)
    expect(told).toMatchObject({ stopped: { decision: { outcome: 'refuse', code: 'opted_out' } }, now: null })
    expect(told.stopped.decision.reasons).toEqual([reason])
    expect(Math.abs(Date.parse(told.stopped.at) - Date.now())).toBeLessThan(60_000)
  })

  it('is called back but for answers, where the organisation decided so', async () => {
    const [one] = (await maria()) as [string]
    await decide(shop, { stopEnds: 'everything_but_service' }).expect(200)
    const order = await queue(one, 'utility')
    const answer = await queue(one, 'service')
    await receive(shop, said('STOP', 2))
    expect(await message(order)).toMatchObject({ status: 'cancelled' })
    expect(await message(answer)).toMatchObject({ status: 'queued' })
  })

  it('is kept where they have said since that they want it', async () => {
    const [one] = (await maria()) as [string]
    await receive(shop, said('START', 10))
    const offer = await queue(one, 'marketing')
    await receive(shop, said('STOP', 2))
    expect(await standing(shop)).toMatchObject({ marketing: 'opted_in' })
    expect(await message(offer)).toMatchObject({ status: 'queued' })
  })

  it('is nobody else’s', async () => {
    const [one] = (await maria()) as [string]
    const offer = await queue(one, 'marketing')
    await receive(
      shop,
      textMessage({ id: 'wamid.sam', at: inSeconds(2), from: '48700000009', userId: 'PL.9', text: 'STOP' }),
    )
    expect(await message(offer)).toMatchObject({ status: 'queued' })
  })
})

describe('who told the provider that they want no more', () => {
  const unwanted = { code: 'marketing_stopped', message: 'They stopped marketing.', action: null }
  const now = { content: { type: 'text', text: 'Offer' }, purpose: 'marketing' }

  it('wants no more from us, when it refuses the message', async () => {
    const [one] = (await maria()) as [string]
    const waiting = await queue(one, 'marketing')
    provider.answers({ ...refusal('message'), error: { ...unwanted, endsConsent: 'marketing' } })
    await answerIn(shop, one, now).expect(202)
    await shop.drain()
    expect(await standing(shop)).toEqual({ marketing: 'opted_out', utility: 'opted_in' })
    expect((await ledger(shop)).at(-1)).toMatchObject({ kind: 'opted_out', source: 'error' })
    expect(await message(waiting)).toMatchObject({ status: 'cancelled' })
    expect(await outcomes(shop, 'reply')).toEqual([])
  })

  it('wants no more from us, when it reports so later, and however often', async () => {
    const [one] = (await maria()) as [string]
    provider.answers({ outcome: 'sent', externalMessageId: 'wamid.unwanted' })
    await answerIn(shop, one, now).expect(202)
    await shop.drain()
    const errors = [{ code: 131050, title: 'Recipient stopped marketing messages' }]
    const report = statusReport({ id: 'wamid.unwanted', status: 'failed', at: inSeconds(5), errors })
    await receive(shop, report, report)
    await receive(shop, report)
    expect(await standing(shop)).toEqual({ marketing: 'opted_out', utility: 'opted_in' })
    expect((await ledger(shop)).filter(({ source }) => source === 'error')).toHaveLength(1)
  })

  it('wants no more from us, when the report comes before the answer', async () => {
    const [one] = (await maria()) as [string]
    const errors = [{ code: 131050, title: 'Recipient stopped marketing messages' }]
    provider.answers(async () => {
      await shop.acme.deliver(
        delivery(shop.acme, [
          statusReport({ id: 'wamid.early', status: 'failed', at: inSeconds(5), errors }),
        ]),
      )
      return { ...taken(), externalMessageId: 'wamid.early' } as never
    })
    await answerIn(shop, one, now).expect(202)
    await shop.drain()
    // The sender and the webhook did not see each other; the next turn does.
    await shop.drain()
    expect(await standing(shop)).toEqual({ marketing: 'opted_out', utility: 'opted_in' })
    const [{ contact }] = await conversationsOf(shop)
    const path = `/api/communication_channels/contacts/${contact.id}/consents`
    const { events } = (await shop.acme.admin('get', path).expect(200)).body
    expect(events[0]).toMatchObject({ source: 'error', evidence: { providerCode: '131050' } })
  })

  it('may be anybody: another failure says nothing of what they want', async () => {
    const [one] = (await maria()) as [string]
    provider.answers({ ...refusal('message'), error: unwanted })
    const { body } = await answerIn(shop, one, now).expect(202)
    await shop.drain()
    expect(await message(body.message.id)).toMatchObject({ status: 'failed' })
    expect(await standing(shop)).toEqual({ marketing: 'opted_in', utility: 'opted_in' })
  })
})
