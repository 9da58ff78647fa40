// `npm run tenant -- --name "My Shop" --email me@shop.example`: a tenant and its first administrator, for a shop
// in production, where no demonstration accounts are made. The password is asked for, or read from a pipe.
import { randomBytes } from 'node:crypto'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { parseArgs } from 'node:util'
import type { Host } from '@open-mercato/core/host/host'
import { z } from 'zod'
import { withHost } from './withHost.ts'

const tenant = z.object({
  name: z.string().trim().min(1, '--name is the name of the shop'),
  email: z.email('--email is the address of its administrator'),
  password: z.string().min(12, 'the password needs at least 12 characters'),
})

try {
  await run()
} catch (error) {
  const problems =
    error instanceof z.ZodError ? error.issues.map((issue) => issue.message) : [(error as Error).message]
  console.error(`No tenant was made: ${problems.join('; ')}`)
  process.exitCode = 1
}

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { name: { type: 'string' }, email: { type: 'string' } } })
  const { name, email } = tenant.omit({ password: true }).parse({ name: '', email: '', ...values })
  const { password } = tenant.pick({ password: true }).parse({ password: await askPassword(email) })

  await withHost(async (host) => {
    await host.migrate()
    const slug = await freeSlug(host, name)
    await host.createTenant({ name, slug, users: [{ email, name: email, role: 'admin', password }] })
    console.log(`${name} is ready. ${email} can sign in.`)
  })
}

/** Never one that is taken: the new administrator would become another shop's. */
async function freeSlug(host: Host, name: string): Promise<string> {
  const words = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
  const slug = words || `shop-${randomBytes(3).toString('hex')}`
  const taken = await host.orm.em.fork().execute('select 1 from organizations where slug = ?', [slug])
  if (taken.length > 0) throw new Error(`there is a shop called ${slug} already, choose another --name`)
  return slug
}

/** Typed without being shown. */
async function askPassword(email: string): Promise<string> {
  process.stderr.write(`Password for ${email} (at least 12 characters): `)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const input = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY })
  try {
    return (await input.question('')).trim()
  } finally {
    input.close()
    process.stderr.write('\n')
  }
}
