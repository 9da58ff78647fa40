import { STANDARD_RULES } from './consent-rules.ts'
import { rulesOf, toStored } from './stored-rules.ts'

describe('the rules of an organisation', () => {
  it('are the standard while nobody decided otherwise', () => {
    expect(rulesOf(null)).toEqual(STANDARD_RULES)
    expect(toStored(STANDARD_RULES)).toBeNull()
  })

  it('keep what was decided, and follow the standard in the rest', () => {
    const decided = { ...STANDARD_RULES, doubleOptIn: true, stopWords: ['stop'] }
    expect(toStored(decided)).toEqual({ doubleOptIn: true, stopWords: ['stop'] })
    expect(rulesOf(toStored(decided))).toEqual(decided)
  })
})
