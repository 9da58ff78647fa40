import type { Intent } from '../play/answers.ts'
import type { Customer, TrueMessage } from '../play/meta.ts'
import { judgeInbound, judgeStatuses } from './judge-inbound.ts'
import { judgeOutbound } from './judge-outbound.ts'
import type { Stored, StoredMessage } from './stored.ts'
import type { Truth } from './truth.ts'

const AT = '2026-11-21T10:00:00.400Z'
const customers = new Map<string, Customer>(
  ['+481', '+482'].map((phone) => [phone, { id: phone, name: phone, phone, username: null }]),
)

function written(wamid: string, given: Partial<TrueMessage> = {}): TrueMessage {
  return {
    wamid,
    direction: 'inbound',
    phoneNumberId: 'n1',
    customerId: '+481',
    content: { type: 'text', body: `text of ${wamid}` },
    callbackData: null,
    sentAt: AT,
    createdAt: AT,
    status: 'acknowledged',
    history: [{ status: 'acknowledged', at: AT }],
    ...given,
  }
}

function row(id: string, given: Partial<StoredMessage> = {}): StoredMessage {
  return {
    id,
    wamid: id,
    conversationId: '+481 on n1',
    phoneNumberId: 'n1',
    status: null,
    settledAs: null,
    resendOf: null,
    error: null,
    scheduledAt: null,
    ...given,
  }
}

function stored(given: Partial<Stored>): Stored {
  const conversations = ['+481', '+482'].flatMap((person) =>
    ['n1', 'n2'].map(
      (phoneNumberId) => [`${person} on ${phoneNumberId}`, { person, phoneNumberId }] as const,
    ),
  )
  return {
    inbound: [],
    outbound: [],
    statuses: [],
    conversations: new Map(conversations) as unknown as Stored['conversations'],
    texts: new Map(),
    journal: { rows: 0, waiting: 0, dead: [], odd: 0 },
    events: 0,
    ...given,
  }
}

const truth = (...messages: TrueMessage[]): Truth => ({ messages, customers })

describe('what came in', () => {
  const texts = new Map([['a', 'text of a']])

  test('is well when it is there once, in the right thread, in the right words', () => {
    const verdict = judgeInbound(truth(written('a')), stored({ inbound: [row('a')], texts }))
    expect(verdict).toEqual({ acked: 1, stored: 1, lost: [], doubled: [], misfiled: [], untrue: [] })
  })

  test('is lost when it was acknowledged and is not there, and only then', () => {
    const unacknowledged = written('b', { status: 'pending', history: [] })
    expect(judgeInbound(truth(written('a'), unacknowledged), stored({})).lost).toEqual(['a'])
  })

  test('is doubled, also when the second one is another number’s', () => {
    const twice = [row('a'), row('a2', { wamid: 'a', phoneNumberId: 'n2', conversationId: '+481 on n2' })]
    const verdict = judgeInbound(truth(written('a')), stored({ inbound: twice, texts }))
    expect([verdict.doubled, verdict.misfiled]).toEqual([['a'], ['a']])
  })

  test.each([
    ['another person', '+482 on n1'],
    ['the same person with another number', '+481 on n2'],
    ['nobody who is shown', 'gone'],
  ])('is misfiled in the thread of %s', (_, conversationId) => {
    const inbound = [row('a', { conversationId })]
    expect(judgeInbound(truth(written('a')), stored({ inbound, texts })).misfiled).toEqual(['a'])
  })

  test('is untrue when nobody wrote it, or other words', () => {
    const inbound = [row('a'), row('forged')]
    const { untrue } = judgeInbound(truth(written('a')), stored({ inbound, texts: new Map([['a', 'else']]) }))
    expect(untrue).toEqual(['a is shown with other words', 'forged was written by nobody'])
  })
})

describe('a status', () => {
  const message = written('m', {
    direction: 'outbound',
    history: [
      { status: 'accepted', at: AT },
      { status: 'sent', at: AT, isTold: true },
      { status: 'delivered', at: AT },
    ],
  })
  const status = { wamid: 'm', phoneNumberId: 'n1', status: 'sent', at: new Date('2026-11-21T10:00:00Z') }

  test('is well with its time in whole seconds', () => {
    const verdict = judgeStatuses(truth(message), stored({ statuses: [status] }))
    expect(verdict).toEqual({ acked: 1, stored: 1, lost: [], doubled: [], misfiled: [], untrue: [] })
  })

  test('is lost when the product was told', () => {
    expect(judgeStatuses(truth(message), stored({})).lost).toEqual(['m sent'])
  })

  test('is untrue with another time', () => {
    const late = { ...status, at: new Date('2026-11-21T10:00:03Z') }
    expect(judgeStatuses(truth(message), stored({ statuses: [late] })).untrue).toHaveLength(1)
  })
})

describe('what went out', () => {
  const intent = (given: Partial<Intent> = {}): Intent => ({
    text: 'Answer 1',
    email: 'a@b.test',
    conversationId: '+481 on n1',
    messageId: 'ours',
    cancelAsked: false,
    resentAs: [],
    ...given,
  })
  const accepted = (wamid: string, given: Partial<TrueMessage> = {}) =>
    written(wamid, {
      direction: 'outbound',
      content: { type: 'text', body: 'Answer 1' },
      callbackData: 'ours',
      ...given,
    })
  const ours = (given: Partial<StoredMessage> = {}) =>
    row('ours', { wamid: 'w', status: 'delivered', ...given })
  const judge = (messages: TrueMessage[], rows: StoredMessage[], given: Partial<Intent> = {}) =>
    judgeOutbound(truth(...messages), stored({ outbound: rows, texts: new Map([['ours', 'Answer 1']]) }), [
      intent(given),
    ])

  test('is well when it was accepted once and is known to be', () => {
    const verdict = judge([accepted('w')], [ours()])
    expect(verdict).toMatchObject({ acked: 1, stored: 1, lost: [], doubled: [], misfiled: [], untrue: [] })
  })

  test('is lost when it was taken and nobody accepted it', () => {
    expect(judge([], [ours({ status: 'queued', wamid: null })]).lost).toHaveLength(1)
  })

  test.each([
    ['the provider refused it', { status: 'failed', error: 'recipient_unreachable' }, {}],
    ['a person called it back', { status: 'cancelled' }, { cancelAsked: true }],
    ['a person left it as it is', { status: 'unknown', settledAs: 'left' }, {}],
  ])('may be missing when %s', (_, rowGiven, intentGiven) => {
    expect(judge([], [ours({ wamid: null, ...rowGiven })], intentGiven).lost).toEqual([])
  })

  test('may not be missing as called back when nobody called it back', () => {
    expect(judge([], [ours({ wamid: null, status: 'cancelled' })]).lost).toHaveLength(1)
  })

  test('is doubled when it was accepted more often than a person asked for', () => {
    const twice = [accepted('w'), accepted('w2')]
    expect(judge(twice, [ours()]).doubled).toHaveLength(1)
    const again = row('again', { wamid: 'w2', status: 'sent', resendOf: 'ours' })
    expect(judge(twice, [ours(), again], { resentAs: ['again'] }).doubled).toEqual([])
  })

  test('is doubled also when staff never heard that it was taken', () => {
    expect(judge([accepted('w'), accepted('w2')], [ours()], { messageId: null }).doubled).toHaveLength(1)
  })

  test('is misfiled when somebody else got it', () => {
    expect(judge([accepted('w', { customerId: '+482' })], [ours()]).misfiled).toHaveLength(1)
  })

  test('is untrue when it left before its time, or is said to be called back and was sent', () => {
    const scheduledAt = new Date(Date.parse(AT) + 5_000)
    expect(judge([accepted('w')], [ours({ scheduledAt })]).untrue).toHaveLength(1)
    expect(judge([accepted('w')], [ours({ status: 'cancelled', wamid: null })]).untrue).toHaveLength(1)
  })

  test('is unknown until a webhook or a person settles it', () => {
    const rows = [
      row('by webhook', { status: 'delivered' }),
      row('by person', { status: 'unknown', settledAs: 'left' }),
      row('by nobody', { status: 'unknown' }),
    ]
    const sent = [accepted('x', { callbackData: 'by webhook', isUnanswered: true })]
    expect(judge(sent, rows).unknown).toEqual({
      settledByWebhook: 1,
      settledByPerson: 1,
      left: ['by nobody'],
    })
  })
})
