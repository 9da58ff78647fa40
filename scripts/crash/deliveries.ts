import type { SimulatorAccount } from '@open-mercato/whatsapp-simulator'
import {
  person,
  type SignedDelivery,
  type StatusReport,
  signedDelivery,
  type TextMessage,
} from '../../benchmarks/parts/deliveries.ts'

/** A delivery and what must be found once it was answered with 200. */
export interface PlannedDelivery extends SignedDelivery {
  phoneNumberId: string
  messages: TextMessage[]
  statuses: StatusReport[]
}

const PEOPLE = 60
const BATCH = 25
const THREE_HOURS_SECONDS = 3 * 60 * 60
/** So many of the latest deliveries may come again. */
const REPEATABLE = 200

/**
 * An endless supply: mostly single messages, some deliveries with many, some with statuses, some that came before.
 * Several people on every number; times out of order, as Meta's are.
 */
export function* planDeliveries(account: SimulatorAccount, random: () => number): Generator<PlannedDelivery> {
  const latest: PlannedDelivery[] = []
  const now = Math.floor(Date.now() / 1000)
  const someTime = () => now - Math.floor(random() * THREE_HOURS_SECONDS)
  const somebody = () => person(Math.floor(random() * PEOPLE))

  for (let serial = 0; ; serial++) {
    const kind = random()
    if (kind < 0.1 && latest.length > 0) {
      yield latest[Math.floor(random() * latest.length)]!
      continue
    }
    const { id: phoneNumberId } = account.numbers[Math.floor(random() * account.numbers.length)]!
    const messages: TextMessage[] = []
    const statuses: StatusReport[] = []
    if (kind < 0.2) {
      statuses.push({ id: `wamid.crash.out.${serial}`, status: 'delivered', at: someTime(), to: somebody() })
    } else {
      const count = kind < 0.3 ? BATCH : 1
      for (let index = 0; index < count; index++) {
        const id = `wamid.crash.in.${serial}.${index}`
        messages.push({ id, from: somebody(), text: `This is ${id}`, at: someTime() })
      }
    }
    const signed = signedDelivery(account, phoneNumberId, { messages, statuses })
    const delivery = { ...signed, phoneNumberId, messages, statuses }
    latest.push(delivery)
    if (latest.length > REPEATABLE) latest.shift()
    yield delivery
  }
}
