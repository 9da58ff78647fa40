import { isNo } from '../../../lib/consent/words/decline-words.ts'
import { wholeMessage } from '../../../lib/consent/words/whole-message.ts'

/** What an organisation decides about consent, as `GET /api/communication_channels/settings` has it. */
export type ConsentRules = {
  stopEnds: 'marketing' | 'everything_but_service'
  doubleOptIn: boolean
  confirmWithinDays: number
  utilityBasis: { checkout: boolean; form: boolean; wroteFirst: boolean }
  stopWords: string[]
  startWords: string[]
  confirmWords: string[]
}

export const wordLists = ['stopWords', 'startWords', 'confirmWords'] as const
export type WordList = (typeof wordLists)[number]

/** The rules as they are typed. */
export type RulesDraft = Pick<ConsentRules, 'stopEnds' | 'doubleOptIn' | 'utilityBasis'> & {
  confirmWithinDays: string
} & Record<WordList, string>

/** `word` is the one that it is about, where it is one. */
export type RulesProblem = {
  kind: 'days' | 'tooLong' | 'tooMany' | 'noWord' | 'empty' | 'inTwoLists' | 'isNo'
  word?: string
}
export type RulesProblems = Partial<Record<WordList | 'confirmWithinDays', RulesProblem>>

const mostDays = 90
const longestWord = 60
const mostWords = 200

export function draftOf(rules: ConsentRules): RulesDraft {
  const { stopEnds, doubleOptIn, utilityBasis, confirmWithinDays } = rules
  const [stopWords, startWords, confirmWords] = wordLists.map((list) => rules[list].join('\n'))
  return {
    ...{ stopEnds, doubleOptIn, utilityBasis, confirmWithinDays: String(confirmWithinDays) },
    ...{ stopWords: stopWords!, startWords: startWords!, confirmWords: confirmWords! },
  }
}

/** What speaks against a draft, as the server sees it too: how a word is spelt does not tell it from another. */
export function rulesProblems(draft: RulesDraft): RulesProblems {
  const problems: RulesProblems = {}
  if (draft.doubleOptIn && !daysOf(draft)) problems.confirmWithinDays = { kind: 'days' }
  const listOf = new Map<string, WordList>()
  for (const list of wordLists) {
    const words = wordsOf(draft[list])
    if (words.length > mostWords) problems[list] = { kind: 'tooMany' }
    for (const word of words) {
      const whole = wholeMessage(word)
      if (word.length > longestWord) problems[list] = { kind: 'tooLong', word }
      else if (!whole) problems[list] = { kind: 'empty', word }
      else if (list !== 'stopWords' && isNo(whole)) problems[list] = { kind: 'isNo', word }
      else if ((listOf.get(whole) ?? list) !== list) problems[list] = { kind: 'inTwoLists', word }
      listOf.set(whole, list)
    }
  }
  if (wordsOf(draft.stopWords).length === 0) problems.stopWords = { kind: 'noWord' }
  return problems
}

/** What differs from how it stands: a list that nobody touched goes on as the standard one. */
export function changedRules(before: ConsentRules, draft: RulesDraft): Partial<ConsentRules> {
  const wanted: ConsentRules = {
    ...{ stopEnds: draft.stopEnds, doubleOptIn: draft.doubleOptIn, utilityBasis: draft.utilityBasis },
    confirmWithinDays: daysOf(draft) ?? before.confirmWithinDays,
    stopWords: wordsOf(draft.stopWords),
    startWords: wordsOf(draft.startWords),
    confirmWords: wordsOf(draft.confirmWords),
  }
  const known: Record<string, unknown> = before
  return Object.fromEntries(
    Object.entries(wanted).filter(([rule, value]) => JSON.stringify(value) !== JSON.stringify(known[rule])),
  )
}

function wordsOf(typed: string): string[] {
  return [...new Set(typed.split('\n').map((line) => line.trim()))].filter(Boolean)
}

function daysOf({ confirmWithinDays }: RulesDraft): number | undefined {
  const days = Number(confirmWithinDays.trim())
  return Number.isInteger(days) && days >= 1 && days <= mostDays ? days : undefined
}
