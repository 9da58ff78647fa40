import { STANDARD_RULES } from '@open-mercato/communication-channels/modules/communication_channels/lib/consent/consent-rules'
import { agreeAtAcme } from './support/agreeing.ts'
import { answers, decide, forgetEverybody, ledger, outcomes, standing } from './support/consentWords.ts'
import { answerIn, conversationsOf, receive, threadOf } from './support/inbox.ts'
import { openStandInShop } from './support/outbox.ts'
import {
  change,
  delivery,
  echo,
  fromMaria,
  MARIA,
  MARIA_AS_CONTACT,
  NOW,
  textMessage,
} from './support/payloads.ts'
import type { Shop } from './support/shop.ts'
import { webhookLogOf } from './support/webhookLog.ts'

const SETTINGS = '/api/communication_channels/settings'

let shop: Shop
openStandInShop((opened) => {
  shop = opened.shop
})
beforeEach(() => forgetEverybody(shop))

let nth = 0
/** Maria writes so many seconds after now. */
const writes = (text: string, after = 0) => receive(shop, said(text, after))
const said = (text: string, after = 0) => textMessage({ id: `wamid.word${++nth}`, text, at: NOW + after })
/** She makes the last that she wrote something else. */
const edited = (text: string, after: number) => {
  const message = { type: 'text', text: { body: text } }
  const content = { original_message_id: `wamid.word${nth}`, message }
  return fromMaria({ id: `wamid.edit${nth}`, type: 'edit', content, at: NOW + after })
}

const polishTemplate = {
  content: {
    ...{ type: 'template', name: 'order_update', language: 'pl' },
    parameters: { body: { '1': 'Maria', '2': '#7' } },
  },
}

describe('a customer who writes STOP', () => {
  it('gets no more marketing, and is told what ended and what did not', async () => {
    await writes('Stop!! 🙏')
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
    expect(await ledger(shop)).toMatchObject([{ purpose: 'marketing', kind: 'opted_out', source: 'message' }])
    const [answer, ...more] = await answers(shop)
    expect(more).toEqual([])
    expect(answer).toContain('You will get no more offers or advertising from Acme Outdoor.')
    expect(answer).toContain('Messages about your orders and appointments still come.')
    expect(answer).toContain('START')
  })

  it('is left alone but for answers, where the organisation decided so', async () => {
    await decide(shop, { stopEnds: 'everything_but_service' }).expect(200)
    await writes('STOP')
    expect(await standing(shop)).toEqual({ marketing: 'opted_out', utility: 'opted_out' })
    expect(await answers(shop)).toEqual([expect.stringContaining('only answers to what you write yourself')])
  })

  it('is answered in the language of the word', async () => {
    await writes('Rezygnuję.')
    expect(await ledger(shop)).toMatchObject([{ kind: 'opted_out', language: 'pl' }])
    expect(await answers(shop)).toEqual([expect.stringContaining('Nie będziesz już otrzymywać ofert')])
  })

  it('is answered in the language in which the business wrote to them, where the word tells none', async () => {
    await writes('Hello')
    await agreeAtAcme(shop, { phones: [`+${MARIA.from}`] })
    const [{ id }] = await conversationsOf(shop)
    await answerIn(shop, id, polishTemplate).expect(202)
    await writes('STOP', Math.ceil(Date.now() / 1000) - NOW + 1)
    expect(await answers(shop)).toEqual([expect.stringContaining('Napisz START')])
  })

  it.each([
    ['a button', { type: 'button_reply', button_reply: { id: 'x', title: 'Unsubscribe' } }],
    ['a list', { type: 'list_reply', list_reply: { id: 'x', title: 'STOP' } }],
  ])('is heard by %s too', async (_, content) => {
    await receive(shop, fromMaria({ id: `wamid.tap${++nth}`, type: 'interactive', content }))
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  })

  it('is heard by the button of a template', async () => {
    const content = { payload: 'anything', text: 'Stop promotions' }
    await receive(shop, fromMaria({ id: `wamid.tap${++nth}`, type: 'button', content }))
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  })

  it('is recorded once and answered once, however often it is delivered', async () => {
    const stop = said('STOP')
    await receive(shop, stop, stop)
    await receive(shop, stop)
    expect(await ledger(shop)).toHaveLength(1)
    expect(await answers(shop)).toHaveLength(1)
  })

  it('is heard when they correct what they wrote, as said then', async () => {
    await writes('START')
    await writes('STPO', 1)
    await receive(shop, edited('STOP', 60))
    expect(await ledger(shop)).toMatchObject([{ kind: 'opted_in' }, { kind: 'opted_out', source: 'message' }])
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
    const [{ at }] = (await shop.sql<{ at: string }>(
      `select occurred_at as at from cc_consent_events where kind = 'opted_out'`,
    )) as [{ at: string }]
    expect(Date.parse(at)).toBe((NOW + 60) * 1000)
    expect((await answers(shop))[1]).toContain('You will get no more offers')
  })

  it('has said it, though they make it something else later', async () => {
    await writes('STOP')
    await receive(shop, edited('Hello', 60))
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  })

  it('is heard after a day, and answered no more', async () => {
    await writes('STOP', -25 * 3600)
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
    expect(await outcomes(shop, 'reply')).toEqual([{ skipped: 'too_old' }])
    expect(await answers(shop)).toEqual([])
  })

  it('writes one of the words that the organisation decided about', async () => {
    await decide(shop, { stopWords: ['Schluss'] }).expect(200)
    await writes('stop')
    expect(await ledger(shop)).toEqual([])
    await writes('schluss', 1)
    expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  })
})

describe('who writes START', () => {
  it('gets marketing again, without being asked whether they meant it', async () => {
    await writes('STOP')
    await writes('Start', 2)
    expect(await standing(shop)).toEqual({ marketing: 'opted_in' })
    const rows = await shop.sql<{ confirmed: boolean }>(
      'select confirmed_at is not null as confirmed from cc_consents',
    )
    // One yes, and nobody says of them that they gave two.
    expect(rows).toEqual([{ confirmed: false }])
    expect((await answers(shop))[1]).toContain('From now on you get offers and news from Acme Outdoor.')
  })

  it('is asked whether they meant it, where everybody is, and gets it again by their yes', async () => {
    await decide(shop, { doubleOptIn: true }).expect(200)
    await writes('STOP')
    await writes('Start', 2)
    const isConfirmed = async () =>
      (await shop.sql('select confirmed_at is not null as confirmed from cc_consents'))[0]
    expect(await isConfirmed()).toEqual({ confirmed: false })
    expect((await answers(shop))[1]).toContain('Do you want to get offers and news')
    await receive(shop, edited('Yes', 50))
    expect(await isConfirmed()).toEqual({ confirmed: false })
    await writes('Yes', 60)
    expect(await isConfirmed()).toEqual({ confirmed: true })
    expect((await answers(shop)).at(-1)).toContain('You have confirmed')
  })

  it('gets all of it again, where STOP had ended all of it', async () => {
    await decide(shop, { stopEnds: 'everything_but_service' }).expect(200)
    await writes('STOP')
    await decide(shop, { stopEnds: 'marketing' }).expect(200)
    await writes('START', 2)
    expect(await standing(shop)).toEqual({ marketing: 'opted_in', utility: 'opted_in' })
    expect((await answers(shop))[1]).toContain('about your orders and appointments, and offers and news')
  })
})

describe('nobody is taken to have said anything', () => {
  it.each([
    ['who writes the word in a sentence', () => said('Please stop by tomorrow')],
    ['who writes another word', () => said('Cancel')],
    ['who says yes though nobody asked', () => said('Yes')],
    ['who says no though nobody asked', () => said('No')],
    [
      'under whose picture it stands',
      () =>
        fromMaria({
          id: 'wamid.pic',
          type: 'image',
          content: { id: '1', mime_type: 'image/png', caption: 'STOP' },
        }),
    ],
    ['to whom the business writes it', () => echo({ id: 'wamid.echo', text: 'STOP', at: NOW })],
    ['whose number changed', () => change('messages', { messages: [numberChanged] })],
  ])('%s', async (_, item) => {
    await receive(shop, item())
    expect(await ledger(shop)).toEqual([])
    expect(await outcomes(shop, 'reply')).toEqual([])
  })

  const numberChanged = {
    ...{ from: MARIA.from, id: 'wamid.sys', timestamp: String(NOW), type: 'system' },
    system: { body: 'stop', type: 'user_changed_number', wa_id: '48609999999' },
  }
})

it('who writes STOP to a number that is switched off is heard, and nothing else that comes there', async () => {
  await receive(shop, said('START'))
  // Taken in while the number was still on, and read when it is off.
  expect(await shop.acme.deliver(delivery(shop.acme, [said('Hello?', 1), said('Stop!', 2)]))).toBe(200)
  await shop.sql('update cc_communication_channels set is_enabled = false')
  await shop.drain()
  await shop.sql('update cc_communication_channels set is_enabled = true')
  expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  const texts = (await threadOf(shop)).map(({ content }: { content: { text?: string } }) => content.text)
  expect(texts).toContain('Stop!')
  expect(texts).not.toContain('Hello?')
})

it('what was said before the number was connected says nothing, until it is told as said now', async () => {
  const { message } = said('STOP')
  const { from, id, timestamp, type, text } = message
  const metadata = { phase: 2, chunk_order: 1, progress: 100 }
  const threads = [{ id: MARIA.from, messages: [{ from, id, timestamp, type, text }] }]
  await receive(shop, change('history', { history: [{ metadata, threads }] }))
  expect(await ledger(shop)).toEqual([])
  await receive(shop, { message, contact: MARIA_AS_CONTACT })
  expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  await receive(shop, change('history', { history: [{ metadata, threads }] }))
  expect(await ledger(shop)).toHaveLength(1)
})

describe('what the organisation decides about words', () => {
  const read = async () => (await shop.acme.agent('get', SETTINGS).expect(200)).body.consentRules

  it('is changed one by one, and stays the standard in the rest', async () => {
    await decide(shop, { doubleOptIn: true, confirmWithinDays: 3 }).expect(200)
    const { body } = await decide(shop, { stopWords: ['genug', 'stop'] }).expect(200)
    const expected = {
      ...STANDARD_RULES,
      doubleOptIn: true,
      confirmWithinDays: 3,
      stopWords: ['genug', 'stop'],
    }
    expect(body.consentRules).toEqual(expected)
    expect(await read()).toEqual(expected)
    expect((await shop.birch.agent('get', SETTINGS)).body.consentRules).toEqual(STANDARD_RULES)
  })

  it.each([
    ['a word that means two things', { startWords: ['STOP'] }, 'word_in_two_lists', 'startWords'],
    ['no word to stop by', { stopWords: [] }, 'no_stop_word', 'stopWords'],
  ])('is not %s', async (_, rules, code, list) => {
    const { body } = await decide(shop, rules).expect(422)
    expect(body).toMatchObject({ code, fieldErrors: { [`consentRules.${list}`]: expect.any(String) } })
    expect(await read()).toEqual(STANDARD_RULES)
  })

  it('is decided by who manages channels', () =>
    shop.acme
      .agent('put', SETTINGS)
      .send({ consentRules: { doubleOptIn: true } })
      .expect(403))
})

it('a replay answers nobody: what is heard only then counts all the same', async () => {
  const log = webhookLogOf(shop)
  const kept = await log.keepAside(said('STOP'))
  await log.replay({ ids: [kept] }).expect(200)
  await shop.drain()
  expect(await standing(shop)).toEqual({ marketing: 'opted_out' })
  expect(await outcomes(shop, 'stop_queued')).toEqual([{ cancelled: 0 }])
  expect(await outcomes(shop, 'reply')).toEqual([])
})

it('staff read in the thread what was written and what was answered', async () => {
  await writes('STOP')
  const [conversation] = await conversationsOf(shop)
  expect(conversation).toMatchObject({
    unreadCount: 1,
    lastMessage: { direction: 'outbound', status: 'sent' },
  })
})
