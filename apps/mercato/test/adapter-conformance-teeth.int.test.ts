import { randomUUID } from 'node:crypto'
import type { ChannelAdapter } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import type { SendContentInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/send-content'
import type { DeliveryEvent } from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import { ChannelError } from '@open-mercato/communication-channels/modules/communication_channels/lib/errors'
import { adapterConformance } from '@open-mercato/communication-channels/testing/conformance/adapter-conformance'
import type { ConformanceSubject } from '@open-mercato/communication-channels/testing/conformance/subject'
import { type PigeonSubject, pigeonSubject } from './support/conformance/pigeonSubject.ts'
import { openShop, type Shop } from './support/shop.ts'

let shop: Shop
let subject: PigeonSubject
let whole: ChannelAdapter
beforeAll(async () => {
  shop = await openShop()
  subject = await pigeonSubject(shop)
  whole = { ...subject.adapter }
})
beforeEach(() => subject.reset())
afterEach(() => Object.assign(subject.adapter, whole))
afterAll(async () => {
  subject.unregister()
  await shop.close()
})

const LONG_AGO = new Date('2026-01-05T10:00:00Z')
const failure = { code: 'mist', message: 'There was mist.', action: null }

const reading = (change: (events: DeliveryEvent[]) => DeliveryEvent[]): Partial<ChannelAdapter> => ({
  readDelivery: (body) => change(whole.readDelivery!(body)),
})
const eachMessage = (change: object | (() => object)) =>
  reading((events) =>
    events.map((event) =>
      event.kind === 'message' ? { ...event, ...(change instanceof Function ? change() : change) } : event,
    ),
  )
const sending = (send: NonNullable<ChannelAdapter['sendContent']>): Partial<ChannelAdapter> => ({
  sendContent: send,
})
const send = (input: SendContentInput) => whole.sendContent!(input)
const claiming = (capability: object) => ({ capabilities: { ...whole.capabilities, ...capability } })

const faults: [fault: string, promise: string, plant: () => Partial<ConformanceSubject['adapter']>][] = [
  [
    'reads the first fact alone',
    'every fact of a batch is applied, each in its own thread',
    () => reading((events) => events.slice(0, 1)),
  ],
  [
    'takes everybody for one person',
    'every fact of a batch is applied, each in its own thread',
    () =>
      eachMessage({ contact: { phone: null, userId: 'somebody', username: null, displayName: 'Somebody' } }),
  ],
  [
    'makes up ids',
    'what is delivered twice is there once',
    () => eachMessage(() => ({ externalMessageId: randomUUID() })),
  ],
  [
    'goes by the time of reading',
    'facts end in the same threads in whichever order they come',
    () => {
      let read = 0
      return eachMessage(() => ({ sentAt: new Date(LONG_AGO.getTime() + ++read) }))
    },
  ],
  [
    'stops at an item that it cannot read',
    'one item that cannot be read costs the others nothing',
    () =>
      reading((events) => {
        if (events.some((event) => event.kind === 'other')) throw new Error('An item is broken.')
        return events
      }),
  ],
  [
    'drops kinds that it does not know',
    'a message of an unknown kind is kept and shown, not dropped',
    () => reading((events) => events.filter((one) => one.kind !== 'message' || one.content.type === 'text')),
  ],
  [
    'loses reactions',
    'a reaction shows on its message, also when it comes first',
    () =>
      reading((events) => events.filter((one) => one.kind !== 'message' || one.content.type !== 'reaction')),
  ],
  [
    'sends everything twice',
    'an answer reaches the provider once and shows as sent',
    () => sending(async (input) => (await send(input)) && send(input)),
  ],
  [
    'knows no reading',
    'reports climb in whichever order they come, and more than once',
    () => reading((events) => events.filter((one) => one.kind !== 'status' || one.status !== 'read')),
  ],
  [
    'says nothing of why it failed',
    'a message that the provider gives up on later shows as failed, with words for it',
    () => reading((events) => events.map((one) => (one.kind === 'status' ? { ...one, error: null } : one))),
  ],
  [
    'takes a storm for the end',
    'what the provider refuses for the moment is sent later, once',
    () =>
      sending(async (input) => {
        const outcome = await send(input)
        return outcome.outcome === 'not_sent' ? { ...outcome, retryable: false } : outcome
      }),
  ],
  [
    'never gives up',
    'what the provider refuses for good has failed, with words for it, and is not tried again',
    () =>
      sending(async (input) => {
        const outcome = await send(input)
        return outcome.outcome === 'not_sent' ? { ...outcome, retryable: true } : outcome
      }),
  ],
  [
    'takes silence for a no',
    'an answer of the provider that is lost is unknown, and never sent again by itself',
    () =>
      sending(async (input) => {
        const outcome = await send(input)
        if (outcome.outcome !== 'unknown') return outcome
        return { outcome: 'not_sent', error: failure, retryable: true, retryAfterMs: null }
      }),
  ],
  [
    'gives no label along',
    'a report settles a message whose answer was lost',
    () => sending((input) => send({ ...input, callbackData: '' })),
  ],
  [
    'drops the label of reports',
    'a message whose sender died is unknown once its time is over, and never sent again by itself',
    () =>
      reading((events) =>
        events.map((one) => (one.kind === 'status' ? { ...one, callbackData: null } : one)),
      ),
  ],
  [
    'loses a method',
    'the methods of the contract are there',
    () => ({ getStatus: undefined as unknown as ChannelAdapter['getStatus'] }),
  ],
  ['claims to edit', 'a capability that is claimed has its method', () => claiming({ editMessage: true })],
  [
    'believes everybody',
    'the contract’s own verification believes the provider, and nobody else',
    () => ({ verifyWebhook: async ({ rawBody }) => ({ raw: rawBody }) }),
  ],
  ['claims files', 'image is sent, or refused at once with a reason', () => claiming({ fileSharing: true })],
  [
    'keeps its reactions to itself',
    'reaction is sent, or refused at once with a reason',
    () => claiming({ reactions: false }),
  ],
  [
    'takes what it cannot carry',
    'list is sent, or refused at once with a reason',
    () => ({
      prepareContent: async ({ content }) => content as never,
      sendContent: async () => ({
        outcome: 'not_sent',
        error: failure,
        retryable: false,
        retryAfterMs: null,
      }),
    }),
  ],
  [
    'refuses without saying what to do',
    'location is sent, or refused at once with a reason',
    () => ({
      prepareContent: async () => {
        throw new ChannelError(422, 'no', 'No.', '')
      },
    }),
  ],
]

describe('the conformance kit notices an adapter that', () => {
  it.each(faults)('%s', async (_, promise, plant) => {
    const found = adapterConformance.find(({ name }) => name === promise)
    Object.assign(subject.adapter, plant())
    await expect(found!.run(subject)).rejects.toThrow()
  })

  it('is reached by a webhook that does not verify', async () => {
    const found = adapterConformance.find(({ name }) => name.startsWith('what somebody else signed'))
    await expect(found!.run({ ...subject, forge: subject.sign })).rejects.toThrow('refused')
  })
})
