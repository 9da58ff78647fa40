import type { SystemContent } from '../../content/notices.ts'
import type { ConsentKind, ConsentPurpose } from '../consent.ts'
import type { ConsentRules } from '../consent-rules.ts'
import type { Meaning } from './word-meaning.ts'

/** What a word depends on, beside the rules. */
export interface WordFacts {
  /** Whether it answers a question of ours, whatever else they said to it before or since. */
  isAnswer: boolean
  /** Whether they get nothing about their orders either. */
  isWithoutUtility: boolean
}

export interface Said {
  purpose: ConsentPurpose
  kind: ConsentKind
  /** Of one `opted_in`: whether they said so twice already. */
  isConfirmed: boolean
}

/**
 * What it is in the ledger that somebody wrote a word. START is one yes; it is the second one where it answers a question.
 *
 * The ledger has every word, also one that another has overtaken: which of them counts follows from their times
 * (`consentState`), and not from which came in first.
 */
export function whatItSays(
  meaning: Meaning,
  { stopEnds }: Pick<ConsentRules, 'stopEnds'>,
  { isAnswer, isWithoutUtility }: WordFacts,
): Said[] {
  const isAboutAll = stopEnds === 'everything_but_service'
  switch (meaning) {
    case 'stop':
      return all(isAboutAll, 'opted_out')
    case 'start':
      return [...all(isAboutAll || isWithoutUtility, 'opted_in'), ...(isAnswer ? [CONFIRMED] : [])]
    case 'confirm':
      return isAnswer ? [CONFIRMED] : []
    case 'decline':
      return isAnswer ? all(false, 'opted_out') : []
  }
}

/** It was marketing that they were asked about. */
const CONFIRMED: Said = { purpose: 'marketing', kind: 'confirmed', isConfirmed: false }

function all(isAboutAll: boolean, kind: ConsentKind): Said[] {
  const said = { kind, isConfirmed: false }
  return [
    { purpose: 'marketing', ...said },
    ...(isAboutAll ? [{ purpose: 'utility' as const, ...said }] : []),
  ]
}

const NOTICES = new Map<SystemContent['kind'], ConsentKind>([
  ['marketing_stopped', 'opted_out'],
  // That they want it again is no consent where there was none.
  ['marketing_resumed', 'resumed'],
  ['marketing_signed_up', 'opted_in'],
])

/** The same of a notice of what they chose in the settings of the provider; null for any other. */
export function whatANoticeSays(notice: SystemContent['kind']): Said | null {
  const kind = NOTICES.get(notice)
  return kind ? { purpose: 'marketing', kind, isConfirmed: kind === 'opted_in' } : null
}
