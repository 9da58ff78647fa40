import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type AccountDetail, accountDetail, readDetail } from './account-detail.ts'
import { factsOf } from './facts.ts'
import accounts from './fixtures/accounts.json' with { type: 'json' }
import assets from './fixtures/assets.json' with { type: 'json' }
import groups from './fixtures/groups.json' with { type: 'json' }
import numbers from './fixtures/numbers.json' with { type: 'json' }
import templates from './fixtures/templates.json' with { type: 'json' }
import { isAccountField, readAccountChange } from './read-account-change.ts'
import { severityOf } from './severity.ts'
import { subjectOf } from './subject.ts'

interface Case {
  name: string
  field: string
  value: Record<string, unknown>
  severity: string
  details: Record<string, unknown>[]
}
const cases = [...templates, ...numbers, ...accounts, ...assets, ...groups] as unknown as Case[]

const address = { accountIdentifier: '110000000000001', channelIdentifier: null }
const entryTime = new Date('2026-11-21T09:00:00Z')
const read = (field: string, value: unknown, at: Date | null = entryTime) =>
  readAccountChange(field, value, address, at)

describe('what Meta reports about an account', () => {
  test.each(cases)('$field: $name', ({ field, value, severity, details }) => {
    const events = read(field, value)
    expect(events).toMatchObject(details.map((detail) => ({ kind: 'account', field, detail })))
    for (const { detail } of events) expect(accountDetail.parse(detail)).toEqual(detail)
    expect(severityOf(events[0]!.detail as AccountDetail)).toBe(severity)
  })

  test('has a case for every field', () => {
    const tested = new Set(cases.map(({ field }) => field))
    const besideMessages = ['history', 'messages.errors', 'messages.group']
    for (const field of tested) expect(isAccountField(field)).toBe(!besideMessages.includes(field))
    expect(tested.size).toBe(24 + besideMessages.length)
    expect(isAccountField('messages')).toBe(false)
    expect(isAccountField('toString')).toBe(false)
  })
})

describe('a known field in a shape that is not known', () => {
  const fields = [...new Set(cases.map(({ field }) => field))].filter(
    (one) => one !== 'business_status_update',
  )
  test.each(fields)('%s is kept whole', (field) => {
    for (const value of [{ surprise: [1, { two: null }] }, { event: { a: 1 } }]) {
      expect(read(field, value)).toMatchObject([{ detail: { kind: 'other', value } }])
    }
    expect(read(field, 'text')).toMatchObject([{ detail: { kind: 'other', value: 'text' } }])
  })
})

describe('the same fact', () => {
  const value = { event: 'VERIFIED_ACCOUNT', a: { b: 1, c: 2 } }
  const [one] = read('account_update', value)

  test('has the same key however its properties are ordered', () => {
    expect(read('account_update', { a: { c: 2, b: 1 }, event: 'VERIFIED_ACCOUNT' })[0]!.key).toBe(one!.key)
  })

  test('has another key beside another call', () => {
    const errors = { errors: [{ code: 138000, title: 'Call failed' }] }
    const keyOf = (name: string) =>
      readAccountChange('messages.errors', errors, address, null, { names: [name], at: entryTime })[0]
    expect(keyOf('wacid.1')!.key).toBe(keyOf('wacid.1')!.key)
    expect(keyOf('wacid.1')!.key).not.toBe(keyOf('wacid.2')!.key)
    expect(keyOf('wacid.1')!.occurredAt).toEqual(entryTime)
  })

  test('has another key at another time, of another account, or with another value', () => {
    const others = [
      read('account_update', value, new Date('2026-11-21T09:00:01Z')),
      read('account_update', { ...value, a: { b: 1 } }),
      read('account_review_update', value),
      readAccountChange('account_update', value, { ...address, accountIdentifier: '2' }, entryTime),
    ]
    expect(new Set([one!.key, ...others.map(([event]) => event!.key)]).size).toBe(5)
  })
})

test('a template that cannot be edited any more can be sent as before', () => {
  const value = { event: 'LOCKED', message_template_id: 1 }
  expect(factsOf(read('message_template_status_update', value)[0]!.detail as AccountDetail)).toEqual([])
})

describe('a word that every object answers to', () => {
  const words = ['constructor', '__proto__', 'toString', 'valueOf', 'hasOwnProperty']

  test('is an event that nobody knows yet', () => {
    const value = { event: 'constructor', message_template_id: 1 }
    const detail = read('message_template_status_update', value)[0]!.detail as AccountDetail
    expect(severityOf(detail)).toBe('info')
    expect(factsOf(detail)).toMatchObject([{ values: { status: 'constructor' } }])
  })

  test.each(cases)('is but a word wherever it stands: $field, $name', ({ field, value }) => {
    for (const odd of words.flatMap((word) => withWord(value, word))) {
      for (const { detail } of read(field, odd)) {
        const known = accountDetail.parse(detail)
        expect(['info', 'warning', 'problem']).toContain(severityOf(known))
        const shown = { subject: subjectOf(known), facts: factsOf(known) }
        expect(structuredClone(shown)).toEqual(shown)
      }
    }
  })

  /** The value again and again, each time with the word in another place of it. */
  function withWord(value: unknown, word: string): unknown[] {
    if (typeof value !== 'object' || value === null) return [word]
    return Object.entries(value).flatMap(([key, part]) =>
      withWord(part, word).map((odd) =>
        Array.isArray(value) ? value.with(Number(key), odd) : { ...value, [key]: odd },
      ),
    )
  }
})

test('the time of a group’s own entry counts before the delivery’s', () => {
  const groupsValue = { groups: [{ type: 'group_suspend', timestamp: 1_795_255_200, group_id: 'g' }] }
  expect(read('group_status_update', groupsValue)[0]!.occurredAt).toEqual(new Date('2026-11-21T10:00:00Z'))
  expect(read('account_review_update', { decision: 'APPROVED' })[0]!.occurredAt).toEqual(entryTime)
})

test('where Meta names a business portfolio, the account inside is meant', () => {
  const removed = { event: 'PARTNER_REMOVED', waba_info: { waba_id: '42' } }
  expect(read('account_update', removed)[0]!.accountIdentifier).toBe('42')
  expect(read('partner_solutions', { event: 'SOLUTION_CREATED' })[0]!.accountIdentifier).toBeNull()
})

// Payloads that were published by others; not part of the repository.
const folder = join(import.meta.dirname, '../../../../../../../../shared/fixtures/webhooks')
const index = join(folder, 'index.json')
const published: { file: string; field: string }[] = existsSync(index)
  ? JSON.parse(readFileSync(index, 'utf8')).entries
  : []
const aboutAccounts = published.filter(({ field }) => isAccountField(field))
if (aboutAccounts.length === 0) {
  console.warn('No published payloads here: only the fixtures beside this test are read.')
}

describe('payloads published by others', () => {
  test('are read, every one of them', () => {
    for (const { file, field } of aboutAccounts) {
      const { entry } = JSON.parse(readFileSync(join(folder, file), 'utf8'))
      const [event] = read(field, entry[0].changes[0].value)
      expect({ file, kind: event!.detail.kind }).not.toEqual({ file, kind: 'other' })
    }
  })
})

it('a detail in a form that nobody knows any more is kept as it is', () => {
  expect(readDetail({ kind: 'retired', event: 'X' })).toEqual({
    kind: 'other',
    value: { kind: 'retired', event: 'X' },
  })
})
