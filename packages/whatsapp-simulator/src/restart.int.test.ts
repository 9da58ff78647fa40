import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createClock } from './clock.ts'
import { sampleFile } from './samples/sample-files.ts'
import { startSimulator } from './simulator.ts'
import { call, listenAt, sendText, TOKEN, WABA, writeAs } from './testing/business.ts'
import { startReceiver } from './testing/receiver.ts'
import { uploadSample } from './testing/uploads.ts'

let folder: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'simulator-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

test('people, threads, windows and webhooks still to be sent outlive a restart', async () => {
  const receiver = await startReceiver()
  receiver.status = 503
  const first = await startSimulator({ port: 0, dataDir: folder })
  await listenAt(first, receiver.url)
  const { body } = await call(first, 'POST', '/sim/customers', { name: 'Olga', phone: '+48 700 800 900' })
  const wamid = await writeAs(first, body.customer.id)
  await receiver.until((received) => received.length >= 2)
  await first.close()

  receiver.status = 200
  const seen = receiver.received.length
  const clock = createClock()
  const second = await startSimulator({ port: 0, dataDir: folder, clock })
  clock.advance(60_000)
  await receiver.until((received) => received.length > seen)
  expect(receiver.messages().at(-1)!.id).toBe(wamid)
  expect((await sendText(second, { to: '+48700800900' })).status).toBe(200)
  await second.close()
  await receiver.close()
})

test('what was written down a moment before a kill is there again', async () => {
  const clock = createClock()
  const killed = await startSimulator({ port: 0, dataDir: folder, clock })
  const wamid = await writeAs(killed, 'maria')
  clock.advance(1000)
  const snapshot = readFileSync(join(folder, 'simulator.json'))
  await killed.close()
  writeFileSync(join(folder, 'simulator.json'), snapshot)

  const again = await startSimulator({ port: 0, dataDir: folder })
  const { body } = await call(again, 'GET', '/sim/messages')
  expect(body.items).toMatchObject([{ wamid, direction: 'inbound' }])
  await again.close()
})

test('files outlive a restart, and lie beside the snapshot instead of in it', async () => {
  const { bytes } = sampleFile('photo')
  const first = await startSimulator({ port: 0, dataDir: folder })
  const id = await uploadSample(first, 'photo')
  const content = { type: 'document', document: {} }
  const wamid = await writeAs(first, 'maria', { text: undefined, content })
  await first.close()
  const unfinished = join(folder, 'files', 'half.new-1')
  writeFileSync(unfinished, 'left by a kill')
  expect(statSync(join(folder, 'simulator.json')).size).toBeLessThan(bytes.length)

  const second = await startSimulator({ port: 0, dataDir: folder })
  expect(existsSync(unfinished)).toBe(false)
  const { url } = (await call(second, 'GET', `/v26.0/${id}`)).body
  const response = await fetch(url, { headers: { Authorization: `Bearer ${TOKEN}` } })
  expect(Buffer.from(await response.arrayBuffer()).equals(bytes)).toBe(true)
  const onPhone = await fetch(`${second.url}/sim/messages/${encodeURIComponent(wamid)}/files/0`)
  expect(Buffer.from(await onPhone.arrayBuffer()).equals(sampleFile('document').bytes)).toBe(true)
  await call(second, 'POST', '/sim/reset')
  expect(readdirSync(join(folder, 'files'))).toEqual([])
  await second.close()
})

test('what was to happen to templates happens after a restart, when its time has come', async () => {
  const templates = `/v26.0/${WABA}/message_templates`
  const draft = {
    language: 'en_US',
    category: 'UTILITY',
    components: [{ type: 'BODY', text: 'Your parcel is here.' }],
  }
  const review = { mode: 'by_rule', delayMs: 3_600_000 } as const
  const first = await startSimulator({ port: 0, dataDir: folder, templateReview: review })
  const { id } = (await call(first, 'GET', `${templates}?name=invoice_ready`)).body.data[0]
  await call(first, 'POST', `/sim/templates/${id}/acts`, { act: 'pause' })
  const created = (await call(first, 'POST', templates, { ...draft, name: 'parcel' })).body
  await call(first, 'DELETE', `${templates}?name=pickup_point`)
  await first.close()

  const clock = createClock()
  const second = await startSimulator({ port: 0, dataDir: folder, clock })
  const status = async (of: string) => (await call(second, 'GET', `/v26.0/${of}?fields=status`)).body.status
  expect([await status(id), await status(created.id)]).toEqual(['PAUSED', 'PENDING'])
  clock.advance(2 * 3_600_000)
  expect([await status(id), await status(created.id)]).toEqual(['PAUSED', 'APPROVED'])
  clock.advance(3_600_000)
  expect(await status(id)).toBe('APPROVED')
  const gone = await call(second, 'GET', `${templates}?name=pickup_point`)
  expect(gone.body.data).toEqual([])
  await second.close()
})

test('templates of a snapshot of before, when all stood in one list, are still there', async () => {
  const template = { id: '341', name: 'old_one', language: 'en_US', status: 'PENDING', category: 'UTILITY' }
  const more = {
    parameter_format: 'POSITIONAL',
    components: [],
    rejected_reason: 'NONE',
    quality_score: { score: 'UNKNOWN' },
  }
  const world = {
    version: 1,
    customers: [],
    messages: [],
    addedTemplates: [{ wabaId: WABA, ...template, ...more }],
  }
  const states = { templateStates: { 341: { status: 'APPROVED' } } }
  writeFileSync(join(folder, 'simulator.json'), JSON.stringify({ ...world, ...states }))
  const simulator = await startSimulator({ port: 0, dataDir: folder })
  const { body } = await call(simulator, 'GET', `/v26.0/${WABA}/message_templates?name=old_one`)
  expect(body.data).toMatchObject([{ id: '341', status: 'APPROVED' }])
  await simulator.close()
})

test('a snapshot that cannot be read is set aside', async () => {
  writeFileSync(join(folder, 'simulator.json'), '{"version":')
  const simulator = await startSimulator({ port: 0, dataDir: folder })
  expect((await call(simulator, 'GET', '/sim/customers')).body.items).toHaveLength(4)
  expect(readFileSync(join(folder, 'simulator.json.unreadable'), 'utf8')).toBe('{"version":')
  await simulator.close()
})

test('it does not start in production', async () => {
  const before = process.env.NODE_ENV
  process.env.NODE_ENV = 'production'
  try {
    await expect(startSimulator({ port: 0 })).rejects.toThrow(/does not run with NODE_ENV=production/)
  } finally {
    process.env.NODE_ENV = before
  }
})
