import type { SystemContent } from '../../content/notices.ts'
import type { ConsentKind, ConsentPurpose } from '../consent.ts'
import type { ConsentRules } from '../consent-rules.ts'
import type { Meaning } from './word-meaning.ts'

/** What a word depends on, beside the rules. */
export interface WordFacts {
  /** Whether the person had been asked to confirm, when they wrote it, and had not answered yet. */
  isAsked: boolean
  /** Whether they get nothing about their orders either. */
  isWithoutUtility: boolean
}

export interface Said {
  purpose: ConsentPurpose
  kind: ConsentKind
  /** Whether nobody has to ask whether they meant it. */
  isConfirmed: boolean
}

/**
 * What it is in the ledger that somebody wrote a word. That they want it again comes from their own hand, in the conversation;
 * where the organisation asks everybody for a second yes, it asks them too, unless that is what they answer.
 */
export function whatItSays(
  meaning: Meaning,
  { stopEnds, doubleOptIn }: Pick<ConsentRules, 'stopEnds' | 'doubleOptIn'>,
  { isAsked, isWithoutUtility }: WordFacts,
): Said[] {
  const isAboutAll = stopEnds === 'everything_but_service'
  switch (meaning) {
    case 'stop':
      return all(isAboutAll, { kind: 'opted_out', isConfirmed: false })
    case 'start':
      return all(isAboutAll || isWithoutUtility, { kind: 'opted_in', isConfirmed: isAsked || !doubleOptIn })
    case 'confirm':
      return isAsked ? all(false, { kind: 'confirmed', isConfirmed: false }) : []
    case 'decline':
      return isAsked ? all(false, { kind: 'opted_out', isConfirmed: false }) : []
  }
}

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
