import type { SystemContent } from '../../content/notices.ts'
import type { ConsentRules } from '../consent-rules.ts'
import { type WordFacts, whatANoticeSays, whatItSays } from './what-it-says.ts'
import type { Meaning } from './word-meaning.ts'

const NOTHING: WordFacts = { isAnswer: false, isWithoutUtility: false }

describe('what a word is in the ledger', () => {
  it.each<[Meaning, ConsentRules['stopEnds'], Partial<WordFacts>, string[]]>([
    ['stop', 'marketing', {}, ['marketing opted_out']],
    ['stop', 'everything_but_service', {}, ['marketing opted_out', 'utility opted_out']],
    ['stop', 'marketing', { isAnswer: true }, ['marketing opted_out']],
    ['start', 'marketing', {}, ['marketing opted_in']],
    ['start', 'marketing', { isWithoutUtility: true }, ['marketing opted_in', 'utility opted_in']],
    // Without a look at what was known: what STOP ended, START begins, whichever of the two came first.
    ['start', 'everything_but_service', {}, ['marketing opted_in', 'utility opted_in']],
    ['confirm', 'marketing', {}, []],
    ['confirm', 'marketing', { isAnswer: true }, ['marketing confirmed']],
    ['confirm', 'everything_but_service', { isAnswer: true }, ['marketing confirmed']],
    ['decline', 'marketing', {}, []],
    // It was marketing that they were asked about.
    ['decline', 'everything_but_service', { isAnswer: true }, ['marketing opted_out']],
  ])('%s, where it ends %s, with %j', (meaning, stopEnds, facts, expected) => {
    const said = whatItSays(meaning, { stopEnds }, { ...NOTHING, ...facts })
    expect(said.map(({ purpose, kind }) => `${purpose} ${kind}`)).toEqual(expected)
  })

  it('START is one yes, and the second one too where it answers a question', () => {
    const start = (isAnswer: boolean) =>
      whatItSays('start', { stopEnds: 'marketing' }, { ...NOTHING, isAnswer })
    const first = { purpose: 'marketing', kind: 'opted_in', isConfirmed: false }
    expect(start(false)).toEqual([first])
    expect(start(true)).toEqual([first, { purpose: 'marketing', kind: 'confirmed', isConfirmed: false }])
  })
})

describe('what a notice of the provider is in the ledger', () => {
  it.each<[SystemContent['kind'], string]>([
    ['marketing_stopped', 'opted_out'],
    ['marketing_resumed', 'resumed'],
    ['marketing_signed_up', 'opted_in'],
  ])('%s', (notice, kind) => expect(whatANoticeSays(notice)).toMatchObject({ purpose: 'marketing', kind }))

  it.each<SystemContent['kind']>(['phone_changed', 'other'])('nothing, of %s', (notice) =>
    expect(whatANoticeSays(notice)).toBeNull(),
  )
})
