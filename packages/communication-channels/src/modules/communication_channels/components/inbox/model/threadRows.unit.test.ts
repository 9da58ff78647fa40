import { type ThreadEntry, threadRows } from './threadRows.ts'

// A time is written without a zone: the reader's own clock, as the screen shows it.
const entry = (key: string, at: string, direction: 'inbound' | 'outbound' = 'inbound', authorId?: string) =>
  ({
    key,
    at: new Date(at).toISOString(),
    direction,
    authorId: authorId ?? null,
    isNotice: false,
  }) satisfies ThreadEntry
const alone = { kind: 'entry', startsGroup: true, endsGroup: true }

describe('the rows of a thread', () => {
  test('stand under the day they were written on', () => {
    const rows = threadRows([entry('a', '2026-11-20T23:58:00'), entry('b', '2026-11-21T00:01:00')])
    expect(rows.map((row) => row.kind)).toEqual(['day', 'entry', 'day', 'entry'])
  })

  test('group what one sender wrote within five minutes', () => {
    const rows = threadRows([
      entry('a', '2026-11-21T10:00:00'),
      entry('b', '2026-11-21T10:04:00'),
      entry('c', '2026-11-21T10:09:30'),
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
      entry('a', '2026-11-21T10:00:00'),
      entry('b', '2026-11-21T10:00:10', 'outbound', 'ada'),
      entry('c', '2026-11-21T10:00:20', 'outbound', 'emil'),
    ])
    expect(rows).toMatchObject([{ kind: 'day' }, alone, alone, alone])
  })

  test('keep a notice out of the groups around it', () => {
    const rows = threadRows([
      entry('a', '2026-11-21T10:00:00'),
      { ...entry('b', '2026-11-21T10:00:10'), isNotice: true },
      entry('c', '2026-11-21T10:00:20'),
    ])
    expect(rows).toMatchObject([{ kind: 'day' }, alone, alone, alone])
  })

  test('are none for an empty thread', () => {
    expect(threadRows([])).toEqual([])
  })
})
