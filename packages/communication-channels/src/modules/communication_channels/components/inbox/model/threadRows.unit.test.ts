import { type ThreadEntry, threadRows } from './threadRows.ts'

const entry = (key: string, at: string, direction: 'inbound' | 'outbound' = 'inbound', authorId?: string) =>
  ({ key, at, direction, authorId: authorId ?? null, isNotice: false }) satisfies ThreadEntry

// Written without a zone: the reader's own clock, as the screen shows it.
const at = (local: string) => new Date(local).toISOString()

describe('the rows of a thread', () => {
  test('stand under the day they were written on', () => {
    const rows = threadRows([entry('a', at('2026-11-20T23:58:00')), entry('b', at('2026-11-21T00:01:00'))])
    expect(rows.map((row) => row.kind)).toEqual(['day', 'entry', 'day', 'entry'])
  })

  test('group what one sender wrote within five minutes', () => {
    const rows = threadRows([
      entry('a', at('2026-11-21T10:00:00')),
      entry('b', at('2026-11-21T10:04:00')),
      entry('c', at('2026-11-21T10:09:30')),
    ])
    expect(rows).toMatchObject([
      { kind: 'day' },
      { key: 'a', startsGroup: true, endsGroup: false },
      { key: 'b', startsGroup: false, endsGroup: true },
      { key: 'c', startsGroup: true, endsGroup: true },
    ])
  })

  test('separate the customer from staff, and one colleague from another', () => {
    const rows = threadRows([
      entry('a', at('2026-11-21T10:00:00')),
      entry('b', at('2026-11-21T10:00:10'), 'outbound', 'ada'),
      entry('c', at('2026-11-21T10:00:20'), 'outbound', 'emil'),
    ])
    const entries = rows.filter((row) => row.kind === 'entry')
    expect(entries.every((row) => row.startsGroup && row.endsGroup)).toBe(true)
  })

  test('keep a notice out of the groups around it', () => {
    const rows = threadRows([
      entry('a', at('2026-11-21T10:00:00')),
      { ...entry('b', at('2026-11-21T10:00:10')), isNotice: true },
      entry('c', at('2026-11-21T10:00:20')),
    ])
    const entries = rows.filter((row) => row.kind === 'entry')
    expect(entries.every((row) => row.startsGroup && row.endsGroup)).toBe(true)
  })

  test('are none for an empty thread', () => {
    expect(threadRows([])).toEqual([])
  })
})
