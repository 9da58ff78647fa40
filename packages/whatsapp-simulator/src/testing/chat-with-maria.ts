import { createClock, type ShiftableClock } from '../clock.ts'
import { type Simulator, type SimulatorOptions, startSimulator } from '../simulator.ts'
import { type Answer, call, listenAt, NUMBER, sendText, writeAs } from './business.ts'
import { type Receiver, startReceiver } from './receiver.ts'

type Body = Record<string, unknown>

/** The number and the customer of the chat as a webhook names them, and the time of a message in it. */
export const METADATA = { display_phone_number: '48221234501', phone_number_id: NUMBER }
export const MARIA = {
  profile: { name: 'Maria Nowak' },
  wa_id: '48601234567',
  user_id: 'PL.100000000000001',
}
export const SECONDS = expect.stringMatching(/^\d{10}$/)

/** For each test of the file a new simulator and a business that listens to it; returns what both can do. */
export function startChatWithMaria(options: Pick<SimulatorOptions, 'templateReview'> = {}) {
  let simulator: Simulator
  let receiver: Receiver
  let clock: ShiftableClock

  beforeEach(async () => {
    clock = createClock()
    simulator = await startSimulator({ port: 0, clock, ...options })
    receiver = await startReceiver()
    await listenAt(simulator, receiver.url)
  })
  afterEach(async () => {
    await simulator.close()
    await receiver.close()
  })

  const request = (method: string, path: string, body?: unknown, token?: string): Promise<Answer> =>
    call(simulator, method, path, body, token)

  return {
    request,
    /** What is done in the chat from the phone page, on either side: a path under `/sim`. */
    act: (path: string, body: Body) =>
      request('POST', `/sim/${path}`, { customerId: 'maria', phoneNumberId: NUMBER, ...body }),
    mariaWrites: () => writeAs(simulator, 'maria'),
    changeMaria: (change: Body) => request('PATCH', '/sim/customers/maria', change),
    switchOn: (faults: Body) => request('PATCH', '/sim/faults', faults),
    /** Sends by Graph, as the business. */
    send: (body: unknown) => request('POST', `/v26.0/${NUMBER}/messages`, body),
    textMaria: () => sendText(simulator, { to: '+48601234567' }),
    /** Lets time pass for the simulator. */
    advance: (ms: number) => clock.advance(ms),
    urlOf: (path: string) => simulator.url + path,

    /** The webhooks that the business has got so far. */
    received: () => receiver.received,
    changes: () => receiver.received.flatMap((webhook) => webhook.changes),
    messages: () => receiver.messages(),
    statuses: () => receiver.statuses(),
    /** Resolves as soon as it is so, looking again with every webhook. */
    until: (isSo: () => boolean) => receiver.until(isSo),
  }
}
