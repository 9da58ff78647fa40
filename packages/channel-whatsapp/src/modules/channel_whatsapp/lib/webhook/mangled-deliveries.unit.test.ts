import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { messageContent } from '@open-mercato/communication-channels/modules/communication_channels/lib/content/message-content'
import {
  type DeliveryEvent,
  type MessageEvent,
  UnreadableDelivery,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/delivery-event'
import fc from 'fast-check'
import { readDelivery } from './read-delivery.ts'
import { redactDelivery } from './redact-delivery.ts'

const folder = join(import.meta.dirname, 'fixtures')
const deliveries = readdirSync(folder)
  .filter((file) => file !== 'index.json')
  .map((file) => JSON.parse(readFileSync(join(folder, file), 'utf8')))

type Step = { at: number; odd: unknown }

const odd = fc.oneof(
  fc.constant(undefined),
  fc.constantFrom(null, true, 0, -1, 1e21, Number.MAX_SAFE_INTEGER, '', '\0', '\ud800', ' ', '{}', [], {}),
  fc.constantFrom('x'.repeat(100_000), '9'.repeat(400), '__proto__', 'constructor', '48601234567'),
  fc.string({ unit: 'binary' }),
  fc.jsonValue(),
  fc.constant(nested(2_000)),
)
const mangled = fc
  .tuple(
    fc.constantFrom(...deliveries),
    fc.array(fc.record({ at: fc.nat(), odd }), { minLength: 1, maxLength: 6 }),
  )
  .map(([delivery, steps]) => mangle(delivery, steps))

describe('a delivery that was mangled', () => {
  it('is read, or is unreadable: nothing else is thrown', () => {
    fc.assert(
      fc.property(mangled, (delivery) => read(delivery) !== undefined),
      { numRuns: 600 },
    )
  })

  it('yields only messages that the hub can keep', () => {
    fc.assert(
      fc.property(mangled, (delivery) => {
        for (const event of messagesIn(read(delivery))) {
          expect(messageContent.safeParse(event.content).error).toBeUndefined()
          expect(event.contact.phone ?? event.contact.userId).not.toBeNull()
        }
      }),
      { numRuns: 600 },
    )
  })

  it('never files a message under somebody whom its item does not name', () => {
    const people = fc.nat({ max: 30 })
    const item = fc.record({
      person: people,
      identity: fc.constantFrom('phone', 'user id', 'both', 'none'),
      steps: fc.array(fc.record({ at: fc.nat(), odd }), { maxLength: 2 }),
    })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 10 }), fc.array(people), (items, known) => {
        const messages = items.map((one, index) => mangle(messageBy(one, index), one.steps))
        const contacts = known.map((person) => ({ wa_id: phone(person), user_id: userId(person) }))
        for (const event of messagesIn(read(deliveryOf({ contacts, messages })))) {
          const { phone: at, userId: id } = event.contact
          const named = messages
            .filter((message) => message.id === event.externalMessageId)
            .map((message) => JSON.stringify(message))
          // The only message there is, beside the only contact there is, is theirs where it names nobody.
          if (messages.length === 1 && contacts.length === 1 && !named.some(namesSomebody)) {
            named.push(JSON.stringify(contacts[0]))
          }
          expect(named.some((raw) => (at && raw.includes(at.slice(1))) || (id && raw.includes(id)))).toBe(
            true,
          )
          // What is taken from the contacts beside it belongs to the same person.
          const isTaken = at && id && !named.some((raw) => raw.includes(at.slice(1)))
          if (isTaken) expect(at).toBe(`+${phoneOf(id)}`)
        }
      }),
      { numRuns: 300 },
    )
  })

  it('costs the others in it nothing', () => {
    const steps = fc.array(fc.record({ at: fc.nat(), odd }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(fc.constantFrom(...deliveries), steps, (delivery, steps) => {
        const [first] = delivery.entry
        const good = deliveryOf({ messages: [messageBy({ person: 1, identity: 'both' }, 0)] }).entry[0]!
        const value = mangle(first.changes[0].value, steps)
        const changes = [{ ...first.changes[0], value }, ...good.changes]
        const events = read({ ...delivery, entry: [{ ...first, changes }] })
        expect(events?.at(-1)).toMatchObject({ kind: 'message', externalMessageId: 'wamid.0' })
      }),
      { numRuns: 300 },
    )
  })

  it('is redacted, or left as it is', () => {
    fc.assert(
      fc.property(mangled, (delivery) => {
        const redacted = redactDelivery(bytesOf(delivery), new Set(['210000000000001']))
        expect(redacted).toBeInstanceOf(Uint8Array)
      }),
      { numRuns: 300 },
    )
  })
})

function read(delivery: unknown): DeliveryEvent[] | null {
  try {
    return readDelivery(bytesOf(delivery))
  } catch (error) {
    if (error instanceof UnreadableDelivery) return null
    throw error
  }
}

function messagesIn(events: DeliveryEvent[] | null): MessageEvent[] {
  return (events ?? []).filter((event) => event.kind === 'message')
}

/** Puts something odd in the place of any value in it, at any depth; undefined takes the value out. */
function mangle<T>(value: T, steps: Step[]): T {
  const copy = structuredClone(value)
  for (const { at, odd } of steps) {
    const places = placesIn(copy)
    const place = places[at % places.length]
    if (place) place.holder[place.key] = structuredClone(odd)
  }
  return copy
}

function placesIn(value: unknown, depth = 0): { holder: Record<string, unknown>; key: string }[] {
  if (typeof value !== 'object' || value === null || depth > 12) return []
  const holder = value as Record<string, unknown>
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key], depth + 1)])
}

function messageBy({ person, identity }: { person: number; identity: string }, index: number) {
  return {
    id: `wamid.${index}`,
    timestamp: '1795200000',
    type: 'text',
    ...((identity === 'phone' || identity === 'both') && { from: phone(person) }),
    ...((identity === 'user id' || identity === 'both') && { from_user_id: userId(person) }),
    text: { body: 'Hi' },
  }
}

function deliveryOf(value: object) {
  const metadata = { phone_number_id: '210000000000001', display_phone_number: '48221234501' }
  return {
    object: 'whatsapp_business_account',
    entry: [{ id: '1', changes: [{ field: 'messages', value: { metadata, ...value } }] }],
  }
}

/** Whether it says at all who sent it, in a form that a sender has. */
function namesSomebody(raw: string): boolean {
  const { from, from_user_id } = JSON.parse(raw)
  return (
    (typeof from === 'string' && from.length > 0 && from.length <= 512) ||
    (Number.isSafeInteger(from) && from >= 0) ||
    (typeof from_user_id === 'string' && /^[\x21-\x7e]{1,512}$/.test(from_user_id))
  )
}

function phone(person: number): string {
  return String(48_600_000_000 + person)
}

function userId(person: number): string {
  return `PL.${phone(person)}0`
}

function phoneOf(id: string): string {
  return id.slice(3, -1)
}

function nested(depth: number): unknown {
  let value: unknown = 'deep'
  for (let level = 0; level < depth; level++) value = [value]
  return value
}

function bytesOf(delivery: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(delivery))
}
