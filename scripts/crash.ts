// `npm run crash`: kills the product (SIGKILL) while webhooks pour in, while a message is being sent and while files
// are fetched, starts it again, and compares what is there with what was acknowledged. `-- --kills=20` for longer,
// `-- --seed=N` to repeat.
import { parseArgs } from 'node:util'
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { startChild } from '../benchmarks/parts/child.ts'
import { dropDatabase, freshDatabase } from '../benchmarks/parts/databases.ts'
import type { Surroundings } from '../benchmarks/surroundings-process.ts'
import { crashWhileReceiving } from './crash/files.ts'
import { Findings } from './crash/findings.ts'
import { crashUnderLoad } from './crash/inbound.ts'
import { crashWhileSending } from './crash/outbound.ts'
import { seeded } from './crash/random.ts'
import { Shop } from './crash/shop.ts'
import { leaveOutcomes } from './testing/outcome.ts'

const DATABASE = 'open_mercato_crash'
const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '5' },
    seed: { type: 'string', default: String(Date.now() % 1e6) },
  },
})
const findings = new Findings()
const startedAt = performance.now()
console.log(`seed ${values.seed}`)
try {
  await run()
} catch (error) {
  findings.note('the run comes to its end', [(error as Error).message])
}

const { passed, failed } = findings
const seconds = (performance.now() - startedAt) / 1000
leaveOutcomes([{ part: 'crash', passed: passed.length, failed: failed.length, failures: failed, seconds }])
console.log(`crash: ${passed.length} passed, ${failed.length} failed (${seconds.toFixed(0)} s)`)
process.exit(failed.length > 0 ? 1 : 0)

async function run(): Promise<void> {
  const surroundings = await startChild<Surroundings>('surroundings-process', {})
  const { databaseUrl: server, simulatorUrl } = surroundings.said
  try {
    const databaseUrl = await freshDatabase(server, DATABASE)
    const shop = await Shop.open(databaseUrl, simulatorUrl)
    try {
      await shop.signIn('agent@acme.test')
      const random = seeded(Number(values.seed))
      const ctx = { shop, databaseUrl, simulatorUrl, account: defaultAccounts[0]!, random, findings }
      await crashUnderLoad(ctx, Number(values.kills))
      await crashWhileSending(ctx)
      await crashWhileReceiving(ctx)
    } finally {
      await shop.close()
    }
    await dropDatabase(server, DATABASE)
  } finally {
    await surroundings.stop()
  }
}
