import { SEEDED_PASSWORD, seededTenants } from '@open-mercato/core/host/accounts'
import { leaveOnSignals } from './leaveOnSignals.ts'
import { startProduct } from './product.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'

const settings = orExit(() => readSettings(process.env))
// The terminal of a local run is for its person; a log collector wants the whole.
process.env.LOG_LEVEL ??= settings.production ? 'info' : 'warn'

const starting = startProduct(settings, (line) => console.log(line))
let isStopping = false
leaveOnSignals(starting, () => {
  isStopping = true
  console.log('\nStopping…')
})

try {
  const { simulatorUrl } = await starting
  if (!isStopping) console.log(welcome(settings, simulatorUrl))
} catch (error) {
  console.error(`The product did not start: ${explain(error)}`)
  process.exit(1)
}

function welcome({ role, port, publicUrl, production }: Settings, simulatorUrl: string | null): string {
  if (role === 'worker') {
    const health = port === null ? '' : ` Its health is at port ${port}, /healthz.`
    return `The worker works.${health} Stop with Ctrl-C.`
  }
  const lines = ['', `  Open Mercato is at   ${publicUrl}`]
  if (role === 'web') return [...lines, '  Stop with Ctrl-C.', ''].join('\n')
  if (simulatorUrl) lines.push(`  The phone is at      ${simulatorUrl}`)
  if (!production) {
    lines.push('', `  Sign in with the password "${SEEDED_PASSWORD}" as`)
    for (const { name, users } of seededTenants) {
      for (const { email, role } of users) lines.push(`    ${email.padEnd(20)} ${name}, ${role}`)
    }
  }
  return [...lines, '', '  Stop with Ctrl-C.', ''].join('\n')
}

function explain(error: unknown): string {
  const { code, port, message } = error as NodeJS.ErrnoException & { port?: number }
  if (code === 'EADDRINUSE') return `the port ${port} is taken. Choose others with PORT and SIMULATOR_PORT.`
  return message
}

function orExit<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error
    console.error(`The settings cannot be used:\n${error.message}`)
    process.exit(1)
  }
}
