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
  /** Of one `opted_in`: whether nobody has to ask whether they meant it. */
  isConfirmed: boolean
}

/**
 * What it is in the ledger that somebody wrote a word. That they want it again comes from their own hand, in the conversation;
 * where the organisation asks everybody for a second yes, it asks them too, unless that is what they answer.
 *
 * The ledger has every word, also one that another has overtaken: which of them counts follows from their times
 * (`consentState`), and not from which came in first.
 */
export function whatItSays(
  meaning: Meaning,
  { stopEnds, doubleOptIn }: Pick<ConsentRules, 'stopEnds' | 'doubleOptIn'>,
  { isAnswer, isWithoutUtility }: WordFacts,
): Said[] {
  const isAboutAll = stopEnds === 'everything_but_service'
  switch (meaning) {
    case 'stop':
      return all(isAboutAll, { kind: 'opted_out', isConfirmed: false })
    case 'start':
      return [
        ...all(isAboutAll || isWithoutUtility, { kind: 'opted_in', isConfirmed: !doubleOptIn }),
        ...(isAnswer && doubleOptIn ? [CONFIRMED] : []),
      ]
    case 'confirm':
      return isAnswer ? [CONFIRMED] : []
    case 'decline':
      return isAnswer ? all(false, { kind: 'opted_out', isConfirmed: false }) : []
  }
}

/** It was marketing that they were asked about. */
const CONFIRMED: Said = { purpose: 'marketing', kind: 'confirmed', isConfirmed: false }

function all(isAboutAll: boolean, said: Omit<Said, 'purpose'>): Said[] {
  return [
    { purpose: 'marketing', ...said },
    ...(isAboutAll ? [{ purpose: 'utility' as const, ...said }] : []),
  ]
}

const NOTICES = new Map<SystemContent['kind'], ConsentKind>([
  ['marketing_stopped', 'opted_out'],
  ['marketing_resumed', 'opted_in'],
  ['marketing_signed_up', 'opted_in'],
])

/** The same of a notice of what they chose in the settings of the provider; null for any other. */
export function whatANoticeSays(notice: SystemContent['kind']): Said | null {
  const kind = NOTICES.get(notice)
  return kind ? { purpose: 'marketing', kind, isConfirmed: kind === 'opted_in' } : null
}
