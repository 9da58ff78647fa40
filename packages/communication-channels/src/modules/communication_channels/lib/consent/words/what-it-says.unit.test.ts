import type { SystemContent } from '../../content/notices.ts'
import type { ConsentRules } from '../consent-rules.ts'
import { type WordFacts, whatANoticeSays, whatItSays } from './what-it-says.ts'
import type { Meaning } from './word-meaning.ts'

const NOTHING: WordFacts = { isAsked: false, isWithoutUtility: false }

describe('what a word is in the ledger', () => {
  it.each<[Meaning, ConsentRules['stopEnds'], Partial<WordFacts>, string[]]>([
    ['stop', 'marketing', {}, ['marketing opted_out']],
    ['stop', 'everything_but_service', {}, ['marketing opted_out', 'utility opted_out']],
    ['stop', 'marketing', { isAsked: true }, ['marketing opted_out']],
    ['start', 'marketing', {}, ['marketing opted_in']],
    ['start', 'marketing', { isWithoutUtility: true }, ['marketing opted_in', 'utility opted_in']],
    // Without a look at what was known: what STOP ended, START begins, whichever of the two came first.
    ['start', 'everything_but_service', {}, ['marketing opted_in', 'utility opted_in']],
    ['confirm', 'marketing', {}, []],
    ['confirm', 'marketing', { isAsked: true }, ['marketing confirmed']],
    ['confirm', 'everything_but_service', { isAsked: true }, ['marketing confirmed']],
    ['decline', 'marketing', {}, []],
    // It was marketing that they were asked about.
    ['decline', 'everything_but_service', { isAsked: true }, ['marketing opted_out']],
  ])('%s, where it ends %s, with %j', (meaning, stopEnds, facts, expected) => {
    const said = whatItSays(meaning, { stopEnds, doubleOptIn: true }, { ...NOTHING, ...facts })
    expect(said.map(({ purpose, kind }) => `${purpose} ${kind}`)).toEqual(expected)
  })

  it.each([
    ['needs no second yes where they wrote themselves that they want it', false, false, true],
    ['needs one where the organisation asks everybody', true, false, false],
    ['is that second yes, where they were asked for it', true, true, true],
  ])('%s', (_, doubleOptIn, isAsked, isConfirmed) => {
    const facts = { ...NOTHING, isAsked }
    expect(whatItSays('start', { stopEnds: 'marketing', doubleOptIn }, facts)).toMatchObject([
      { isConfirmed },
    ])
  })
})

describe('what a notice of the provider is in the ledger', () => {
  it.each<[SystemContent['kind'], string]>([
    ['marketing_stopped', 'opted_out'],
    ['marketing_resumed', 'opted_in'],
    ['marketing_signed_up', 'opted_in'],
  ])('%s', (notice, kind) => expect(whatANoticeSays(notice)).toMatchObject({ purpose: 'marketing', kind }))

  it.each<SystemContent['kind']>(['phone_changed', 'other'])('nothing, of %s', (notice) =>
    expect(whatANoticeSays(notice)).toBeNull(),
  )
})
