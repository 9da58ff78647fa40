import type { SendContentInput, SendOutcome } from '../../adapter/send-content.ts'
import type { ChannelAdapter } from '../../adapter.ts'
import type { OutboundContent } from '../../content/message-content.ts'
import type { FailedAttempt } from '../record/record-failure.ts'
import type { SentMessage } from '../record/record-sent.ts'
import type { ReservedMessage } from '../reserve/reservation-statements.ts'
import type { Sending } from '../sending.ts'
import { leave } from './leave.ts'
import { startPromptness } from './promptness.ts'

const message = { id: 'm', attemptCount: 1 } as ReservedMessage

const FILE = '0199aaaa-0000-7000-8000-000000000001'

/** A message that is held up between its begin and its moment. */
async function leaveAfter(monotonicMs: number, wallMs: number, content?: object) {
  const time = { monotonic: 1_000, wall: 1_000_000 }
  const promptness = startPromptness({ monotonic: () => time.monotonic, wall: () => time.wall })
  let asked = 0
  const adapter = {
    async sendContent(): Promise<SendOutcome> {
      asked += 1
      return {
        outcome: 'sent',
        externalMessageId: 'x',
        ...(content && { content: content as OutboundContent }),
      }
    },
  } as unknown as ChannelAdapter
  const recorded: (SentMessage | FailedAttempt)[] = []
  const record = async (one: SentMessage | FailedAttempt) => void recorded.push(one)
  const turn = { recorder: { sent: record, failed: record } }
  const sending = { turn, number: { providerKey: 'post' }, adapter } as unknown as Sending
  const gate = {
    async pass() {
      time.monotonic += monotonicMs
      time.wall += wallMs
    },
  }
  await leave(
    sending,
    message,
    { adapter, input: {} as SendContentInput, names: new Map([[FILE, 'theirs']]), decision: null },
    gate,
    promptness,
  )
  return { asked, recorded }
}

describe('a message that was begun', () => {
  it.each([
    ['in time', 5_000, 5_000],
    ['after the clock was set back', 5_000, -3_600_000],
  ])('leaves %s', async (_, monotonic, wall) => {
    const { asked, recorded } = await leaveAfter(monotonic, wall)
    expect(asked).toBe(1)
    expect(recorded).toEqual([{ message, externalMessageId: 'x', hold: null, content: null }])
  })

  it.each<[string, object, object | null]>([
    [
      'with its files as ours',
      { type: 'image', media: { id: 'theirs' } },
      { type: 'image', media: { fileId: FILE } },
    ],
    [
      'with a file that only the provider has',
      { type: 'image', media: { id: 'other' } },
      { type: 'image', media: { id: 'other' } },
    ],
    ['and not where nobody could read it', { type: 'smoke' }, null],
  ])('is recorded as what left %s', async (_, content, kept) => {
    const { recorded } = await leaveAfter(0, 0, content)
    expect(recorded).toEqual([{ message, externalMessageId: 'x', hold: null, content: kept }])
  })

  it.each([
    ['frozen', 20_000, 20_000],
    ['suspended with its machine', 10, 600_000],
    ['frozen while the clock was set back', 600_000, -10],
  ])('does not leave when its process was %s, and begins anew', async (_, monotonic, wall) => {
    const { asked, recorded } = await leaveAfter(monotonic, wall)
    expect(asked).toBe(0)
    expect(recorded).toMatchObject([{ blame: null, end: { outcome: 'not_sent', retryable: true } }])
  })
})
