import { describe, expect, test } from '@jest/globals'
import type { ConsentEntry, PurposeConsent } from './consent.ts'
import { decidingEvent, storyOf, tellingOf } from './story.ts'
import { entry, personWith, undone } from './testing/personConsents.ts'

const [may, june, july] = ['2026-05-03', '2026-06-03', '2026-07-03'].map((day) => `${day}T12:00:00.000Z`)

describe('the story tells', () => {
  test('a form with two ticks once', () => {
    const both = [entry({ id: 'e2', purpose: 'utility' }), entry({ id: 'e1', purpose: 'marketing' })]
    expect(storyOf(both).map(({ id, purposes }) => [id, purposes])).toEqual([
      ['e2', ['marketing', 'utility']],
    ])
  })

  test.each<[string, Partial<ConsentEntry>]>([
    ['of another time', { occurredAt: june! }],
    ['in other words', { text: 'Other' }],
    ['on other evidence', { evidence: { ip: '10.9.9.9' } }],
    ['of the same purpose', { purpose: 'marketing' }],
  ])('something %s by itself', (_, change) => {
    const events = [entry({ id: 'e1' }), entry({ id: 'e2', purpose: 'utility', ...change })]
    expect(storyOf(events)).toHaveLength(2)
  })
})

test('what did not follow stands above what it was to follow from, also within one second', () => {
  const asked = entry({ id: 'asked', kind: 'asked', occurredAt: may! })
  const agreed = entry({ id: 'agreed', occurredAt: may!.replace('.000Z', '.600Z') })
  const failed = undone({ id: 'failed', at: may!.replace('.000Z', '.300Z') })
  const telling = tellingOf(personWith({ events: [asked, agreed], undone: [failed] }))
  expect(telling.map((one) => ('undone' in one ? one.undone.id : one.part.id))).toEqual([
    'failed',
    'asked',
    'agreed',
  ])
})

describe('what decided how somebody stands is', () => {
  const events = [
    entry({ id: 'confirmed', kind: 'confirmed', occurredAt: july! }),
    entry({ id: 'later', occurredAt: june! }),
    entry({ id: 'out', kind: 'opted_out', occurredAt: may! }),
    entry({ id: 'other', purpose: 'utility', occurredAt: june! }),
  ]
  test.each<[string, Partial<PurposeConsent>, string | null]>([
    ['the opt-in that they confirmed', { state: 'opted_in', since: july! }, 'later'],
    ['the opt-out', { state: 'opted_out', since: may! }, 'out'],
    ['nothing where nothing is known', { state: 'none', since: null }, null],
    ['nothing where the story lacks it', { state: 'opted_out', since: '2026-01-01T00:00:00.000Z' }, null],
  ])('%s', (_, consent, id) => {
    const none = { purpose: 'marketing', source: 'form', confirmedAt: null, asked: null } as const
    const stands = { ...none, state: 'none', since: null, ...consent } as PurposeConsent
    expect(decidingEvent(personWith({ events }), stands)?.id ?? null).toBe(id)
  })
})
