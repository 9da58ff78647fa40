#!/usr/bin/env node
import { defaultAccounts } from './accounts/default-accounts.ts'
import { preparePages } from './pages/serve-pages.ts'
import { startSimulator } from './simulator.ts'
import { subscribeDefaultAccount } from './subscribe-default-account.ts'

const port = Number(process.env.SIMULATOR_PORT ?? 3001)
const dataDir = process.env.SIMULATOR_DATA_DIR ?? '.data/simulator'
const webhookUrl = process.env.SIMULATOR_WEBHOOK_URL
const mode = process.env.SIMULATOR_TEMPLATE_REVIEW === 'by_rule' ? 'by_rule' : 'by_hand'

try {
  const simulator = await startSimulator({ port, dataDir, templateReview: { mode, delayMs: 4000 } })
  const account = defaultAccounts[0]!
  console.log(`WhatsApp simulator: the phone is at ${simulator.url}/, Graph at ${simulator.url}/v26.0/`)
  console.log(
    `  ${account.wabaName}: WABA ${account.wabaId}, number ${account.numbers[0]!.id}, app ${account.appId}`,
  )
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void simulator.close().then(() => process.exit(0)))
  }
  await preparePages()
  if (webhookUrl) console.log(await subscribeDefaultAccount(simulator.url, account, webhookUrl))
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
