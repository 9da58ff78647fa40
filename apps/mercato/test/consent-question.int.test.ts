import { agreeAtAcme } from './support/agreeing.ts'
import {
  answers,
  decide,
  forgetEverybody,
  ledger,
  outcomes,
  standing,
  written,
} from './support/consentWords.ts'
import { customerWrites, outboundAtMeta, simulatorOf } from './support/customer.ts'
import { answerIn, conversationsOf, receive } from './support/inbox.ts'
import { openStandInShop, type StandIn } from './support/outbox.ts'
import { fromMaria, MARIA, textMessage } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'

const HUB = '/api/communication_channels'

let shop: Shop
let provider: StandIn
openStandInShop((opened) => {
  ;({ shop, provider } = opened)
})
beforeEach(async () => {
  await forgetEverybody(shop)
  await decide(shop, { doubleOptIn: true }).expect(200)
  // Who never wrote is asked from here.
  const { body } = await shop.acme.agent('get', `${HUB}/channels`)
  await shop.acme.admin('put', `${HUB}/settings`).send({ defaultChannelId: body.items[0].id }).expect(200)
})

let nth = 0
/** By then, in seconds. */
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds
function writes(text: string, after = 0, quoted?: string) {
  const { message, contact } = textMessage({ id: `wamid.asked${++nth}`, text, at: inSeconds(after) })
  return receive(shop, { contact, message: quoted ? { ...message, context: { id: quoted } } : message })
}
/** The question, by the id that the provider gave it. */
async function askedAs() {
  const [row] = await shop.sql<{ id: string }>(
    `select external_message_id as id from cc_external_messages where content_type in ('interactive', 'template')`,
  )
  return row!
}
const taps = async (title: string, after: number, quoted?: string) =>
  receive(
    shop,
    fromMaria({
      ...{ id: `wamid.tapped${++nth}`, type: 'interactive', at: inSeconds(after) },
      content: { type: 'button_reply', button_reply: { id: 'consent:confirm', title } },
      more: { context: { id: quoted ?? (await askedAs()).id } },
    }),
  )

/** A button of a template has no id of ours: what it quotes tells it from others. */
const tapsTemplate = async (text: string, after: number) =>
  receive(
    shop,
    fromMaria({
      ...{
        id: `wamid.tapped${++nth}`,
        type: 'button',
        at: inSeconds(after),
        content: { text, payload: text },
      },
      more: { context: { id: (await askedAs()).id } },
    }),
  )

/** As a form on the shop's pages tells it. */
function agreesOnAForm(change: object = {}) {
  return shop.acme
    .admin('post', `${HUB}/consents`)
    .set('idempotency-key', `form-${++nth}`)
    .send({
      ...{ phone: `+${MARIA.from}`, purposes: ['marketing'], change: 'opt_in', source: 'form' },
      ...{ text: 'Send me news.', evidence: { url: 'https://acme.test/news' }, ...change },
    })
}

const kinds = async () => (await ledger(shop)).map(({ kind }) => kind)
const isConfirmed = async () =>
  (
    await shop.sql<{ confirmed: boolean }>(
      `select confirmed_at is not null as confirmed from cc_consents where purpose = 'marketing'`,
    )
  )[0]?.confirmed

describe('who agreed on a form, where marketing needs a second yes', () => {
  it('is asked in the conversation while that is open, and confirms with a tap', async () => {
    await writes('Hello')
    await agreesOnAForm({ language: 'pl' }).expect(201)
    await shop.drain()
    expect(await written(shop)).toMatchObject([
      {
        ...{ type: 'interactive', kind: 'reply_buttons', body: expect.stringContaining('Acme Outdoor') },
        buttons: [{ title: 'Tak' }, { title: 'Nie' }],
      },
    ])
    expect(await isConfirmed()).toBe(false)
    await taps('Tak', 60)
    expect(await kinds()).toEqual(['opted_in', 'asked', 'confirmed'])
    expect(await isConfirmed()).toBe(true)
    expect((await answers(shop))[1]).toContain('Mamy Twoje potwierdzenie')
  })

  it('is asked by a template, where they have not written', async () => {
    await agreesOnAForm({ language: 'de' }).expect(201)
    await shop.drain()
    expect(await written(shop)).toMatchObject([{ type: 'template', name: 'double_opt_in', language: 'de' }])
    expect(await kinds()).toEqual(['opted_in', 'asked'])
    await tapsTemplate('Ja', 60)
    expect(await isConfirmed()).toBe(true)
  })

  it('is asked again where nobody knows whether the question went out and somebody decides so', async () => {
    await agreesOnAForm({ language: 'de' }).expect(201)
    await shop.drain()
    const [lost] = await shop.sql<{ id: string }>(
      `update cc_external_messages set status = 'unknown', updated_at = now() - interval '10 minutes'
       where content_type = 'template' returning id`,
    )
    const settling = { as: 'resend', messageIds: [lost!.id] }
    const { body } = await shop.acme.agent('post', `${HUB}/messages/settle`).send(settling).expect(200)
    expect(body).toMatchObject({ settled: [{ as: 'resend' }], skipped: [] })
    await shop.drain()
    const [again] = await shop.sql(
      `select status, notification from cc_external_messages where id = '${body.settled[0].newMessageId}'`,
    )
    expect(again).toEqual({ status: 'sent', notification: 'double_opt_in' })
  })

  it('has not confirmed by a yes to something else', async () => {
    await writes('Hello')
    await agreesOnAForm().expect(201)
    await shop.drain()
    const [{ id }] = await conversationsOf(shop)
    await writes('Do you have it in red?', 10)
    await shop.sql(
      `update cc_external_messages set sent_at = sent_at - interval '5 seconds' where direction = 'outbound'`,
    )
    await shop.sql(
      `update cc_consent_events set occurred_at = occurred_at - interval '5 seconds' where kind in ('asked', 'opted_in')`,
    )
    await answerIn(shop, id, { content: { type: 'text', text: 'We do. Shall I put one aside?' } }).expect(202)
    await shop.drain()
    await writes('Yes', 60)
    expect(await isConfirmed()).toBe(false)
    await writes('Yes', 70, (await askedAs()).id)
    expect(await isConfirmed()).toBe(true)
  })

  it('has declined with a no', async () => {
    await writes('Hello')
    await agreesOnAForm().expect(201)
    await shop.drain()
    await writes('No, thanks', 60)
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
    expect((await answers(shop))[1]).toContain('You will get no more offers')
  })

  it('has not confirmed by a yes that comes too late', async () => {
    await writes('Hello')
    await agreesOnAForm().expect(201)
    await shop.drain()
    await shop.sql(
      `update cc_consent_events set expires_at = occurred_at + interval '1 second' where kind = 'asked'`,
    )
    await writes('Yes', 60)
    expect(await kinds()).toEqual(['opted_in', 'asked'])
    expect(await isConfirmed()).toBe(false)
  })

  it('is not asked where they have confirmed by then', async () => {
    await writes('Hello')
    await agreesOnAForm().expect(201)
    await shop.drain()
    await writes('START', 60)
    await shop.sql(`update cc_consent_tasks set done_at = null where kind = 'ask'`)
    await shop.drain()
    expect(await outcomes(shop, 'ask')).toEqual([{ skipped: 'nothing_to_confirm' }])
  })

  it('is not asked in words that nobody could answer, and it says so', async () => {
    await decide(shop, { confirmWords: [] }).expect(200)
    await agreesOnAForm().expect(201)
    await shop.drain()
    expect(await outcomes(shop, 'ask')).toEqual([{ skipped: 'no_word_to_confirm_by' }])
  })

  it('cannot be asked from a number that is switched off, and it says so', async () => {
    await writes('Hello')
    await agreesOnAForm().expect(201)
    await shop.sql('update cc_communication_channels set is_enabled = false')
    await shop.drain()
    await shop.sql('update cc_communication_channels set is_enabled = true')
    expect(await outcomes(shop, 'ask')).toEqual([
      { refused: { code: expect.any(String), error: expect.any(String) } },
    ])
    expect(await kinds()).toEqual(['opted_in'])
  })
})

it('who confirmed elsewhere is not asked', async () => {
  await agreeAtAcme(shop, { phones: [`+${MARIA.from}`] })
  await shop.drain()
  expect(await outcomes(shop, 'ask')).toEqual([])
})

it('on a customer’s phone the question can be tapped, and the answer is read there', async () => {
  provider.restore()
  await forgetEverybody(shop)
  await decide(shop, { doubleOptIn: true }).expect(200)
  await customerWrites(shop, 'maria')
  const aMinuteAgo = new Date(Date.now() - 60_000).toISOString()
  await agreesOnAForm({ occurredAt: aMinuteAgo }).expect(201)
  await shop.drain()
  const question = (await outboundAtMeta(shop)).at(-1) as { wamid: string }
  await simulatorOf(shop, 'messages', {
    method: 'POST',
    body: JSON.stringify({
      ...{
        customerId: 'maria',
        phoneNumberId: shop.acme.account.numbers[0]!.id,
        contextWamid: question.wamid,
      },
      content: {
        type: 'interactive',
        interactive: { type: 'button_reply', button_reply: { id: 'consent:confirm', title: 'Yes' } },
      },
    }),
  })
  const hasAnswer = async () => JSON.stringify(await outboundAtMeta(shop)).includes('You have confirmed')
  while (!(await hasAnswer())) await shop.drain()
  expect(await kinds()).toEqual(['opted_in', 'asked', 'confirmed'])
  expect(await isConfirmed()).toBe(true)
})
