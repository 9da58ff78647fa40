// `npm run tenant -- --name "My Shop" --email me@shop.example`: a tenant and its first administrator, for a shop
// in production, where no demonstration accounts are made. The password is asked for, or read from a pipe.
import { createInterface } from 'node:readline/promises'
import { parseArgs } from 'node:util'
import { createHost } from '@open-mercato/core/host/host'
import { z } from 'zod'
import { migrationOrder } from '../../../migrations/order.ts'
import { localMasterKey } from './masterKey.ts'
import { modules } from './modules.ts'
import { startPostgres } from './postgres.ts'
import { readSettings } from './settings.ts'

const tenant = z.object({
  name: z.string().trim().min(1, '--name is the name of the shop'),
  email: z.email('--email is the address of its administrator'),
  password: z.string().min(12, 'the password needs at least 12 characters'),
})

try {
  await run()
} catch (error) {
  const problems = error instanceof z.ZodError ? error.issues.map((issue) => issue.message) : [String(error)]
  console.error(`No tenant was made: ${problems.join('; ')}`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } })
  const { name, email } = tenant.omit({ password: true }).parse({ name: '', email: '', ...values })
  const { password } = tenant.pick({ password: true }).parse({ password: await askPassword(email) })

  const settings = readSettings(process.env)
  const postgres = settings.databaseUrl ? null : await startPostgres({ dataDir: settings.dataDir })
  const host = await createHost({
    modules,
    migrationOrder,
    settings: {
      ...settings,
      databaseUrl: settings.databaseUrl ?? postgres!.url,
      masterKey: settings.masterKey ?? localMasterKey(settings.dataDir),
    },
  })
  try {
    await host.migrate()
    const slug =
      name
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, '-')
        .replaceAll(/^-|-$/g, '') || 'shop'
    const isNew = await host.createTenant({
      name,
      slug,
      users: [{ email, name: email, role: 'admin', password }],
    })
    console.log(
      isNew ? `${name} is ready. ${email} can sign in.` : `${name} was there already; nothing changed.`,
    )
  } finally {
    await host.close()
    await postgres?.stop()
  }
}

async function askPassword(email: string): Promise<string> {
  const terminal = createInterface({ input: process.stdin, output: process.stderr })
  try {
    return (await terminal.question(`Password for ${email} (at least 12 characters): `)).trim()
  } finally {
    terminal.close()
  }
}
