import { describe, expect, test } from '@jest/globals'
import type { DefaultTemplate } from '../data/useDefaultTemplates.ts'
import { sampleOf, wishedLanguages, wishesOf } from './choice.ts'

const item = (name: string, language: string, state: DefaultTemplate['state'] = 'available') =>
  ({ name, language, state }) as DefaultTemplate

describe('the choice of ready-made templates', () => {
  const items = [item('a', 'en_US'), item('a', 'pl', 'submitted'), item('b', 'pl', 'submitted')]

  test('hands in only what is not there yet, and no name without a language', () => {
    expect(wishesOf(items, { names: ['a', 'b'], languages: ['en_US', 'pl'] })).toEqual([
      { name: 'a', languages: ['en_US'] },
    ])
  })

  test('shows a text in the reader’s language, else in the first', () => {
    expect(sampleOf(items, 'a', 'pl')?.language).toBe('pl')
    expect(sampleOf(items, 'a', 'de')?.language).toBe('en_US')
    expect(sampleOf(items, 'c', 'de')).toBeUndefined()
  })

  test.each([
    [['en'], ['en_US']],
    [['en_GB'], ['en_US']],
    [['pl'], ['pl']],
    [['fr'], []],
  ])('takes for %j what is nearest to it', (wished, found) => {
    expect(wishedLanguages(['en_US', 'pl'], wished)).toEqual(found)
  })
})
