import { describe, expect, test } from '@jest/globals'
import { type ConsentRules, changedRules, draftOf, type RulesDraft, rulesProblems } from './consentRules.ts'

const rules: ConsentRules = {
  stopEnds: 'marketing',
  doubleOptIn: false,
  confirmWithinDays: 7,
  utilityBasis: { checkout: true, form: true, wroteFirst: true },
  stopWords: ['stop', 'wypisz mnie'],
  startWords: ['start'],
  confirmWords: ['yes'],
}
const draft = draftOf(rules)

describe('rules that are saved', () => {
  test.each<[string, Partial<RulesDraft>, Partial<ConsentRules>]>([
    ['what nobody touched', {}, {}],
    ['one choice', { stopEnds: 'everything_but_service' }, { stopEnds: 'everything_but_service' }],
    ['days while nobody has to confirm', { confirmWithinDays: 'many' }, {}],
    [
      'words as they are typed',
      { stopWords: ' stop \n\nNie pisz\nstop\n' },
      { stopWords: ['stop', 'Nie pisz'] },
    ],
    [
      'a basis',
      { utilityBasis: { checkout: true, form: false, wroteFirst: true } },
      { utilityBasis: { checkout: true, form: false, wroteFirst: true } },
    ],
  ])('are what differs: %s', (_, change, changed) => {
    expect(rulesProblems({ ...draft, ...change })).toEqual({})
    expect(changedRules(rules, { ...draft, ...change })).toEqual(changed)
  })
})

describe('rules that nobody could keep to', () => {
  const long = 'x'.repeat(61)
  const many = Array.from({ length: 201 }, (_, index) => `word ${index}`).join('\n')
  const inTwo = (word: string) => ({ kind: 'inTwoLists', word })
  test.each<[string, Partial<RulesDraft>, object]>([
    ['no days', { doubleOptIn: true, confirmWithinDays: '0' }, { confirmWithinDays: { kind: 'days' } }],
    [
      'too many days',
      { doubleOptIn: true, confirmWithinDays: '91' },
      { confirmWithinDays: { kind: 'days' } },
    ],
    ['no word to stop by', { stopWords: ' \n' }, { stopWords: { kind: 'noWord' } }],
    ['a word in two lists', { startWords: 'start\nstop' }, { startWords: inTwo('stop') }],
    ['a no to agree by', { confirmWords: 'tak\nNo!' }, { confirmWords: { kind: 'isNo', word: 'No!' } }],
    ['a word that is spelt in another way', { confirmWords: 'yes\nSTÓP!' }, { confirmWords: inTwo('STÓP!') }],
    ['a word without a letter', { startWords: '👍' }, { startWords: { kind: 'empty', word: '👍' } }],
    ['a word like a letter', { confirmWords: long }, { confirmWords: { kind: 'tooLong', word: long } }],
    ['words without end', { startWords: many }, { startWords: { kind: 'tooMany' } }],
  ])('are said: %s', (_, change, problems) => {
    expect(rulesProblems({ ...draft, ...change })).toEqual(problems)
  })
})
