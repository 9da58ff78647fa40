import { type BrowserEvent, mayHear } from './browserEvent.ts'
import { inBatches } from './eventBridge.ts'

const event = (payload: Record<string, unknown> = {}): BrowserEvent => ({
  id: 'inbox.message.received',
  payload: { tenantId: 'a', organizationId: 'o', ...payload },
  timestamp: 0,
  organizationId: 'o',
})
const listener = { tenantId: 'a', organizationId: 'o', features: ['inbox.view'] }

it('is heard in its own tenant and organization by those who may view the module', () => {
  expect(mayHear(listener, event())).toBe(true)
  expect(mayHear({ ...listener, features: ['*'] }, event())).toBe(true)
  expect(mayHear({ ...listener, features: ['inbox.send', 'orders.view'] }, event())).toBe(false)
  expect(mayHear({ ...listener, tenantId: 'b' }, event())).toBe(false)
  expect(mayHear({ ...listener, organizationId: 'p' }, event())).toBe(false)
  expect(mayHear(listener, event({ tenantId: null }))).toBe(false)
})

it('fits into notifications of PostgreSQL, all of it and in order', () => {
  const events = Array.from({ length: 30 }, (_, number) => event({ number, note: 'ż'.repeat(400) }))
  const batches = inBatches(events)
  expect(batches.length).toBeGreaterThan(1)
  for (const batch of batches) expect(Buffer.byteLength(batch)).toBeLessThan(8000)
  expect(batches.flatMap((batch) => JSON.parse(batch))).toEqual(events)
})
