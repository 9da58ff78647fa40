import { randomBytes } from 'node:crypto'
import { startChild } from './parts/child.ts'
import { freshDatabase } from './parts/databases.ts'
import { freePort } from './parts/free-port.ts'
import { webhookUrl } from './parts/webhook-url.ts'
process.env.OM_MASTER_KEY = randomBytes(32).toString('base64')
process.env.LOG_LEVEL ??= 'warn'
const what = process.argv[2]
const s = await startChild<any>('surroundings-process', {})
process.env.OM_WHATSAPP_GRAPH_URL = s.said.simulatorUrl
const DATABASE_URL = await freshDatabase(s.said.databaseUrl, 'prof')
const PORT = String(await freePort())
const NODE_OPTIONS = '--cpu-prof --cpu-prof-dir=/tmp/prof'
if (what === 'drain') {
  const pg = (await import('pg')).default
  const c = new pg.Client({ connectionString: DATABASE_URL })
  await c.connect()
  const seen = new Map<string, number>()
  let n = 0
  const t = setInterval(async () => {
    const { rows } = await c.query("select query, state, wait_event_type, wait_event from pg_stat_activity where datname='prof' and pid<>pg_backend_pid() and state<>'idle'")
    n++
    for (const r of rows) { const k = r.state + ' ' + r.wait_event + ' ' + r.query.replace(/\s+/g, ' ').slice(0, 90); seen.set(k, (seen.get(k) ?? 0) + 1) }
  }, 20)
  const d = await startChild<any>('drain-process', { DATABASE_URL, PORT, NODE_OPTIONS })
  console.log(d.said)
  clearInterval(t)
  await c.end()
  console.log(n, [...seen].sort((a, b) => b[1] - a[1]).slice(0, 25).map(([k, v]) => v + ' ' + k).join('\n'))
  await new Promise((r) => setTimeout(r, 3000))
  await d.stop()
} else {
  const p = await startChild<any>(what === 'floor' ? 'floor-process' : 'product-process', { DATABASE_URL, PORT, WORKERS: what!, NODE_OPTIONS, APP_SECRET: 'acme-app-secret' })
  const l = await startChild<any>('load-process', { URL: what === 'floor' ? `http://127.0.0.1:${PORT}/` : await webhookUrl(s.said.simulatorUrl, '110000000000001'), RUN: 'X', SECONDS: '6' })
  console.log(l.said)
  await p.stop()
}
await s.stop()
