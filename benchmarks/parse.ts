// `npm run bench:parse`: what README.md beside this file describes. `-- --seconds=0.3` makes it short.
import { parseArgs } from 'node:util'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { person, signedDelivery } from './parts/deliveries.ts'
import { type Contender, contenders, type ReceivedDelivery } from './parts/parsers.ts'
import { type ParseRate, printParsing } from './report/parsing.ts'

const { values: options } = parseArgs({ options: { seconds: { type: 'string', default: '1' } } })
const ROUNDS = 5
const DELIVERIES = 2_000
const SECONDS = Number(options.seconds)

const account = defaultAccounts[0]!
const deliveries = Array.from({ length: DELIVERIES }, (_, index) => received(index))
const rates: ParseRate[] = []
const all = contenders(account.appSecret)

for (const contender of all) await measure(contender)
for (let round = 0; round < ROUNDS; round++) {
  // In turn, so that what else the machine does falls on all of them.
  for (const contender of all) rates.push({ name: contender.name, perSecond: await measure(contender) })
}
printParsing(all, rates, deliveries[0]!.body.byteLength)

/** Deliveries in a second of processor time, all threads counted: what else the machine does costs nobody. */
async function measure({ name, read }: Contender): Promise<number> {
  let count = 0
  let seconds = 0
  const start = process.cpuUsage()
  do {
    const messages = await read(deliveries)
    if (messages !== DELIVERIES) throw new Error(`${name} found ${messages} messages in ${DELIVERIES}.`)
    count += DELIVERIES
    const { user, system } = process.cpuUsage(start)
    seconds = (user + system) / 1_000_000
  } while (seconds < SECONDS)
  return count / seconds
}

function received(index: number): ReceivedDelivery {
  const message = { id: `wamid.B${index}`, from: person(index), text: `Message ${index}`, at: 1_795_200_000 }
  const { body, signature } = signedDelivery(account, account.numbers[0]!.id, { messages: [message] })
  return { body: Buffer.from(body), signature }
}
