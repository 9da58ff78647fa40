import type { EntityManager } from '@mikro-orm/postgresql'
import { createModuleEvents } from '@open-mercato/shared/modules/events'
import pg from 'pg'
import { runDueSchedules } from '../../modules/scheduler/lib/runDueSchedules.ts'
import { SchedulerService } from '../../modules/scheduler/services/schedulerService.ts'
import type { Host } from '../host.ts'
import { createTestHost, type TestHost } from '../testing.ts'
import type { EventBus } from './eventBus.ts'

const modules = ['directory', 'auth', 'audit_logs', 'scheduler'].map((id) => ({
  id,
  from: '@open-mercato/core',
}))
let test: TestHost

createModuleEvents({
  moduleId: 'audit_logs',
  events: [{ id: 'audit_logs.thing.happened', label: 'Happened', clientBroadcast: true }],
})

beforeAll(async () => {
  test = await createTestHost({ modules })
}, 60_000)
afterAll(() => test?.close())

const busOf = (host: Host) => host.createContainer().resolve<EventBus>('eventBus')

async function scopeOf(slug: string) {
  const em = test.host.createContainer().resolve<EntityManager>('em')
  const sql = 'select id as "organizationId", tenant_id as "tenantId" from organizations where slug = ?'
  const [scope] = await em.execute<{ organizationId: string; tenantId: string }[]>(sql, [slug])
  return scope!
}

/** A browser: what it has been sent so far, and how to wait for more. */
async function openStream(email: string) {
  const { cookie } = await test.signIn(email)
  const leaving = new AbortController()
  const request = new Request('http://localhost:3000/api/events/stream', {
    headers: { cookie },
    signal: leaving.signal,
  })
  const response = await test.host.fetch(request)
  const reader = response.body!.pipeThrough(new TextDecoderStream()).getReader()
  let text = ''
  async function until(found: (text: string) => boolean): Promise<string> {
    while (!found(text)) {
      const { value, done } = await reader.read()
      if (done) break
      text += value
    }
    return text
  }
  await until((seen) => seen.includes(': listening'))
  return { response, until, close: () => leaving.abort() }
}

it('carries an event of another process to the browsers of its tenant, and to nobody else', async () => {
  const [acme, birch] = [await scopeOf('acme'), await scopeOf('birch')]
  const stream = await openStream('admin@acme.test')
  expect(stream.response.headers.get('content-type')).toBe('text/event-stream')

  const bus = busOf(await test.startAnother())
  await bus.emit('audit_logs.thing.happened', { ...birch, id: 'theirs' })
  await bus.emit('audit_logs.thing.happened', { ...acme, id: 'mine' })
  const seen = await stream.until((text) => text.includes('"mine"'))
  expect(seen).not.toContain('theirs')
  const event = JSON.parse(/^data: (.+)$/m.exec(seen)![1]!)
  expect(event).toMatchObject({
    id: 'audit_logs.thing.happened',
    payload: { id: 'mine' },
    organizationId: acme.organizationId,
  })
  stream.close()
})

it('answers 401 to a stream that nobody asks for', async () => {
  const response = await test.host.fetch(new Request('http://localhost:3000/api/events/stream'))
  expect(response.status).toBe(401)
})

it('runs a due schedule once, however many processes look', async () => {
  const em = test.host.createContainer().resolve<EntityManager>('em')
  const scheduler = new SchedulerService(em)
  const id = '01990000-0000-7000-8000-00000000beef'
  await scheduler.register({
    id,
    name: 'Sweep',
    scopeType: 'system',
    scheduleType: 'interval',
    scheduleValue: '5s',
    targetType: 'queue',
    targetQueue: 'sweeps',
  })
  const ran: string[] = []
  const later = new Date(Date.now() + 60_000)
  const look = () =>
    runDueSchedules({ em, now: later }, async (queue) => {
      ran.push(queue)
    })
  await Promise.all([look(), look(), look()])
  await look()
  expect(ran).toEqual(['sweeps'])
  await scheduler.disable(id)
  expect(await scheduler.exists(id)).toBe(true)
})

it('ends the streams and goes on by itself when the database cuts every connection', async () => {
  const stream = await openStream('admin@acme.test')
  const admin = new pg.Client({ connectionString: process.env.TEST_DATABASE_URL })
  await admin.connect()
  const database = new URL(test.databaseUrl).pathname.slice(1)
  await admin.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = $1', [database])
  await admin.end()
  await stream.until(() => false)

  // Each connection that was cut while idle is found out by one use of it.
  while (!(await test.host.fetch(new Request('http://localhost:3000/healthz'))).ok);
  const again = await openStream('admin@acme.test')
  const acme = await scopeOf('acme')
  await busOf(test.host).emit('audit_logs.thing.happened', { ...acme, id: 'after' })
  expect(await again.until((text) => text.includes('"after"'))).toContain('"after"')
  again.close()
  expect(await test.drain()).toMatchObject({ failed: 0 })
})
