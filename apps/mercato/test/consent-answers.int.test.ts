import { decide, forgetEverybody, ledger, outcomes, written } from './support/consentWords.ts'
import { answerIn, conversationsOf, receive } from './support/inbox.ts'
import { openStandInShop, refusal, type StandIn } from './support/outbox.ts'
import { echo, fromMaria, MARIA, textMessage } from './support/payloads.ts'
import type { Shop } from './support/shop.ts'

const HUB = '/api/communication_channels'

let shop: Shop
let provider: StandIn
openStandInShop((opened) => {
  ;({ shop, provider } = opened)
})
beforeEach(async () => {
  provider.answers(null)
  await forgetEverybody(shop)
  await decide(shop, { doubleOptIn: true }).expect(200)
  await writes('Hello')
})

let nth = 0
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds

function writes(text: string, after = 0) {
  return receive(shop, textMessage({ id: `wamid.wrote${++nth}`, text, at: inSeconds(after) }))
}

/** A button with an id of ours, on whatever message. */
function taps(title: string, quoted: string, after: number, id = 'consent:confirm') {
  return receive(
    shop,
    fromMaria({
      ...{ id: `wamid.tapped${++nth}`, type: 'interactive', at: inSeconds(after) },
      content: { type: 'button_reply', button_reply: { id, title } },
      more: { context: { id: quoted } },
    }),
  )
}

function agrees(source: 'form' | 'checkout' | 'staff' = 'form') {
  return shop.acme
    .admin('post', `${HUB}/consents`)
    .set('idempotency-key', `agrees-${++nth}`)
    .send({
      ...{ phone: `+${MARIA.from}`, purposes: ['marketing'], change: 'opt_in', source },
      ...{ text: 'Send me news.', evidence: { url: 'https://acme.test/news' } },
    })
    .expect(201)
}

async function isAsked() {
  await agrees()
  await shop.drain()
}

/** As the provider knows a message, once it has left. */
async function atProvider(messageId: string): Promise<string> {
  for (;;) {
    const [row] = await shop.sql<{ id: string | null }>(
      'select external_message_id as id from cc_external_messages where id = ?',
      [messageId],
    )
    if (row!.id) return row!.id
    await shop.drain()
  }
}

async function questionAtProvider(): Promise<string> {
  const [row] = await shop.sql<{ id: string }>(
    `select id from cc_external_messages where content_type = 'interactive' order by id desc limit 1`,
  )
  return atProvider(row!.id)
}

const kinds = async () => (await ledger(shop)).map(({ kind }) => kind)

describe('a yes is no answer to the question', () => {
  it('where somebody wrote on the business’s own phone meanwhile', async () => {
    await isAsked()
    await receive(shop, echo({ id: 'wamid.aside', text: 'Shall I put one aside?', at: inSeconds(10) }))
    await writes('Yes', 20)
    expect(await kinds()).toEqual(['opted_in', 'asked'])
  })

  it.each([
    ['where the provider refused it', false],
    ['while it waits to leave', true],
  ])('%s', async (_, isRetried) => {
    provider.answers(refusal('message', isRetried))
    await isAsked()
    await writes('Yes', 20)
    expect(await kinds()).toEqual(['opted_in', 'asked'])
  })

  it('where it is a tap on a button that somebody else gave the same id', async () => {
    await isAsked()
    const [{ id }] = await conversationsOf(shop)
    const buttons = [{ id: 'consent:confirm', title: 'Yes' }]
    const content = { type: 'interactive', kind: 'reply_buttons', body: 'Shall I put one aside?', buttons }
    const { body } = await answerIn(shop, id, { content }).expect(202)
    await taps('Yes', await atProvider(body.message.id), 20)
    expect(await kinds()).toEqual(['opted_in', 'asked'])
  })
})

describe('a tap on a button of the question', () => {
  it.each([
    ['consent:confirm', 'Yes', 'confirmed'],
    ['consent:decline', 'No', 'opted_out'],
  ])('%s means what it meant when they were asked', async (button, title, kind) => {
    await isAsked()
    await decide(shop, { confirmWords: ['certainly'] }).expect(200)
    await taps(title, await questionAtProvider(), 20, button)
    expect(await kinds()).toEqual(['opted_in', 'asked', kind])
  })

  it('counts on an earlier question too', async () => {
    await isAsked()
    const earlier = await questionAtProvider()
    await shop.sql(`update cc_external_messages set status = 'failed' where content_type = 'interactive'`)
    const [{ contact }] = await conversationsOf(shop)
    await shop.acme.admin('post', `${HUB}/contacts/${contact.id}/consents/ask`).expect(202)
    await shop.drain()
    expect(await kinds()).toEqual(['opted_in', 'asked', 'asked'])
    await taps('Yes', earlier, 20)
    expect((await kinds()).at(-1)).toBe('confirmed')
  })
})

it('who agrees in several places at once is asked once', async () => {
  await Promise.all([agrees('form'), agrees('checkout'), agrees('staff')])
  await shop.drain()
  expect((await written(shop)).filter(({ type }) => type === 'interactive')).toHaveLength(1)
  expect(await outcomes(shop, 'ask')).toEqual(
    expect.arrayContaining([{ skipped: 'asked_already' }, { messageId: expect.any(String) }]),
  )
})
