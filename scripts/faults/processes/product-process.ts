// One process of the product as `npm start` with a ROLE runs it, but without the web app, which nobody here looks at.
// With SET_UP it also makes the demonstration tenants and connects them.
import { defaultAccounts } from '@open-mercato/whatsapp-simulator'
import { connectDemo } from '../../../apps/mercato/src/connectDemo.ts'
import { leaveOnSignals } from '../../../apps/mercato/src/leaveOnSignals.ts'
import { startProduct } from '../../../apps/mercato/src/product.ts'
import { readSettings } from '../../../apps/mercato/src/settings.ts'
import { say } from '../../../benchmarks/parts/within-child.ts'

const settings = readSettings(process.env)
const starting = startProduct(
  settings,
  () => undefined,
  async () => undefined,
)
leaveOnSignals(starting)
const { host } = await starting.catch((error: Error) => {
  // Its parent tries again, and says so when that is in vain.
  process.stderr.write(process.env.LOG_LEVEL === 'silent' ? '' : `${error.stack}\n`)
  process.exit(1)
})
if (process.env.SET_UP) {
  await host.seed()
  const simulator = { url: settings.graphUrl, accounts: defaultAccounts }
  await connectDemo(host, simulator, `http://127.0.0.1:${settings.port}`)
}
say({ isReady: true })
