import type { MessageContent } from '../content/message-content.ts'
import { type Companion, callStateOf, changesOf, reactionsOf } from './companions.ts'

const companion = (content: MessageContent, more: Partial<Companion> = {}): Companion => ({
  direction: 'inbound',
  content,
  at: '2026-11-21T10:00:00.000Z',
  id: '1',
  status: null,
  error: null,
  author: null,
  ...more,
})
const reaction = (emoji: string | null, at: number, more: Partial<Companion> = {}) =>
  companion(
    { type: 'reaction', targetExternalId: 't', emoji },
    { at: `2026-11-21T10:00:0${at}.000Z`, id: `r${at}`, ...more },
  )
const outbound = { direction: 'outbound', status: 'sent' } as const
const failed = { direction: 'outbound', status: 'failed' } as const
const edit = (text: string, at: number, more: Partial<Companion> = {}) =>
  companion(
    { type: 'edit', targetExternalId: 't', content: { type: 'text', text } },
    { at: `2026-11-21T10:00:0${at}.000Z`, id: `e${at}`, ...more },
  )

describe('the reactions on a message', () => {
  it.each<[string, Companion[], string[]]>([
    ['none', [], []],
    ['one', [reaction('👍', 1)], ['👍']],
    ['the later of two, whichever came first', [reaction('❤️', 2), reaction('👍', 1)], ['❤️']],
    ['one taken back', [reaction('👍', 1), reaction(null, 2)], []],
    ['one given again', [reaction('👍', 1), reaction(null, 2), reaction('🎉', 3)], ['🎉']],
    ['one of each side', [reaction('👍', 1), reaction('🙏', 2, outbound)], ['👍', '🙏']],
    ['ours, which failed and is shown so', [reaction('🙏', 2, failed)], ['🙏']],
    ['ours, whose taking back failed', [reaction('🙏', 1, outbound), reaction(null, 2, failed)], ['🙏']],
    [
      'of two at the same second the one that reached us later',
      [reaction('b', 1, { id: 'r9' }), reaction('a', 1)],
      ['b'],
    ],
  ])('%s', (_, companions, emojis) => {
    expect(reactionsOf(companions).map((one) => one.emoji)).toEqual(emojis)
    expect(reactionsOf(companions.toReversed()).map((one) => one.emoji)).toEqual(emojis)
  })
})

describe('a message that was changed', () => {
  it('reads like the latest edit of whoever wrote it', () => {
    const companions = [edit('second', 2), edit('first', 1), edit('not theirs', 3, outbound)]
    expect(changesOf('inbound', companions).edit).toEqual({
      content: { type: 'text', text: 'second' },
      at: '2026-11-21T10:00:02.000Z',
    })
  })

  it('keeps its file where only the caption was changed', () => {
    const original = { type: 'image', media: { id: '77' }, caption: 'Old' } as const
    const captioned = (media: object) =>
      companion({ type: 'edit', targetExternalId: 't', content: { type: 'image', media, caption: 'New' } })
    const shown = (media: object) => changesOf('inbound', [captioned(media)], original).edit?.content
    expect(shown({})).toEqual({ type: 'image', media: { id: '77' }, caption: 'New' })
    expect(shown({ id: '78' })).toEqual({ type: 'image', media: { id: '78' }, caption: 'New' })
  })

  it('is withdrawn by its writer alone', () => {
    const revoke = companion({ type: 'revoke', targetExternalId: 't' })
    expect(changesOf('inbound', [revoke]).revokedAt).toBe(revoke.at)
    expect(changesOf('outbound', [revoke]).revokedAt).toBeNull()
  })
})

type Call = Extract<MessageContent, { type: 'call' }>
const call = (event: Call['event'], more: Partial<Call> = {}): Call => ({
  type: 'call',
  targetExternalId: 'call',
  event,
  isByCustomer: true,
  isAnswered: null,
  durationSeconds: null,
  name: event,
  ...more,
})

it.each<[string, Call[], { state: string; durationSeconds: number | null }]>([
  ['rings', [call('started')], { state: 'ringing', durationSeconds: null }],
  ['was taken', [call('started'), call('accepted')], { state: 'accepted', durationSeconds: null }],
  ['was missed', [call('started'), call('ended')], { state: 'missed', durationSeconds: null }],
  [
    'was answered and ended',
    [call('started'), call('ended', { isAnswered: true, durationSeconds: 34 })],
    { state: 'ended', durationSeconds: 34 },
  ],
  [
    'was declined',
    [call('started'), call('rejected'), call('ended')],
    { state: 'rejected', durationSeconds: null },
  ],
  [
    'ended, and nothing else is known',
    [call('ended', { durationSeconds: 5 })],
    { state: 'ended', durationSeconds: 5 },
  ],
  ['ended unanswered', [call('ended')], { state: 'missed', durationSeconds: null }],
  [
    'ended without a word about the answer, and was taken',
    [call('ended'), call('accepted')],
    { state: 'ended', durationSeconds: null },
  ],
  ['was recorded', [call('recorded')], { state: 'ended', durationSeconds: null }],
  [
    'began, was transcribed, and nothing is known of its end',
    [call('started'), call('transcribed')],
    { state: 'ended', durationSeconds: null },
  ],
])('a call that %s', (_, [first, ...rest], state) => {
  expect(
    callStateOf(
      first!,
      rest.map((one) => companion(one)),
    ),
  ).toEqual(state)
})
