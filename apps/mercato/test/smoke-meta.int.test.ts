import { defaultAccounts, startSimulator } from '@open-mercato/whatsapp-simulator'
import { runSmoke } from '../../../packages/channel-whatsapp/smoke/run.ts'

const account = defaultAccounts[0]!
const credentials = {
  META_ACCESS_TOKEN: account.accessToken,
  META_PHONE_NUMBER_ID: account.numbers[0]!.id,
  META_BUSINESS_ACCOUNT_ID: account.wabaId,
  META_TEST_RECIPIENT: '+48601234567',
  META_TEMPLATE: 'appointment_reminder:en_US',
}

const before = process.env.OM_WHATSAPP_GRAPH_URL
let simulator: Awaited<ReturnType<typeof startSimulator>>
beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  process.env.OM_WHATSAPP_GRAPH_URL = simulator.url
})
afterAll(async () => {
  await simulator.close()
  if (before === undefined) delete process.env.OM_WHATSAPP_GRAPH_URL
  else process.env.OM_WHATSAPP_GRAPH_URL = before
})

async function smoke(env: Record<string, string | undefined>) {
  const lines: string[] = []
  const code = await runSmoke(env, (line) => lines.push(line))
  return { code, said: lines.join('\n') }
}

it('without credentials it is not run, and names what is missing', async () => {
  const { code, said } = await smoke({ META_PHONE_NUMBER_ID: 'x' })
  expect(code).toBe(2)
  for (const name of ['META_ACCESS_TOKEN', 'META_PHONE_NUMBER_ID', 'META_TEST_RECIPIENT']) {
    expect(said).toContain(name)
  }
})

it('with them it does the main job once and says what it did, but not the token', async () => {
  const { code, said } = await smoke(credentials)
  expect(said).toContain('✓ a message leaves: the template appointment_reminder')
  expect(said).not.toContain('✗')
  expect(said).not.toContain(account.accessToken)
  expect(code).toBe(0)
})

it('stops at what Meta refuses, and says what Meta said', async () => {
  const { code, said } = await smoke({ ...credentials, META_TEMPLATE: 'no_such_template:en_US' })
  expect(said).toContain('✓ and comes back the same')
  expect(said).toContain('✗ a message leaves')
  expect(code).toBe(1)
})
