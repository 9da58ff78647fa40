import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readDelivery } from './read-delivery.ts'

interface Expected {
  kind: string
  content?: Content
}

interface Content {
  type: string
  content?: Content
  payload?: unknown
}

const folder = join(import.meta.dirname, 'fixtures')
const expectations = parse('index.json') as Record<string, Expected[]>
const files = readdirSync(folder).filter((file) => file !== 'index.json')

describe('every kind of webhook that Meta documents', () => {
  it('has a fixture for each expectation, and an expectation for each fixture', () => {
    expect(files.sort()).toEqual(Object.keys(expectations).sort())
  })

  it.each(files)('is read as expected, field by field: %s', (file) => {
    const events = asStored(readDelivery(readFileSync(join(folder, file)))) as Expected[]
    const expected = expectations[file]!
    expect(events).toHaveLength(expected.length)
    expected.forEach((one, index) => {
      const event = events[index]!
      // Words for people and what the adapter makes of account changes are promised elsewhere.
      if (one.kind === 'message') expect(withoutPayload(event)).toEqual(one)
      else expect(event).toMatchObject(one)
    })
  })

  it.each(files)('keeps the payload of what it cannot show: %s', (file) => {
    const messages = rawMessages(parse(file))
    for (const { content } of asStored(readDelivery(readFileSync(join(folder, file)))) as Expected[]) {
      const shown = content?.type === 'edit' ? content.content : content
      if (shown?.type === 'unsupported') expect(messages).toContainEqual(shown.payload)
    }
  })
})

function parse(file: string): unknown {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'))
}

/** As the database would give it back: times as text, and nothing that is undefined. */
function asStored(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value))
}

function withoutPayload(event: Expected): unknown {
  const copy = structuredClone(event)
  const shown = copy.content?.type === 'edit' ? copy.content.content : copy.content
  if (shown?.type === 'unsupported') delete shown.payload
  return copy
}

/** Everything in it that has a type, at whatever depth. */
function rawMessages(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return []
  return [...('type' in value ? [value] : []), ...Object.values(value).flatMap(rawMessages)]
}
