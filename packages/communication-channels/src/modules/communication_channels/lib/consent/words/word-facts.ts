import type { Db } from '../../db.ts'
import type { ConsentPurpose } from '../consent.ts'
import { consentState } from '../consent-state.ts'
import { type EventAbout, loadEventsAbout } from '../events-about.ts'
import { type MaybeAnswer, whichAnswer } from './answers.ts'
import type { WordFacts } from './what-it-says.ts'

/** When and where somebody said something. */
interface Moment extends Omit<MaybeAnswer, 'questions'> {
  channelType: string
}

/** How people stood when they wrote: whatever was said later counts for nothing here, though it may be known already. */
export async function loadWordFacts(db: Db, moments: Moment[]): Promise<WordFacts[]> {
  if (moments.length === 0) return []
  const events = await loadEventsAbout(db, [...new Set(moments.map(({ contactId }) => contactId))])
  const said = moments.map((moment) => {
    const before = events.filter((event) => isKnownTo(moment, event))
    return { ...moment, before, questions: openQuestions(before, moment.at) }
  })
  const answering = await whichAnswer(db, said)
  return said.map((one) => ({
    isAnswer: answering.has(one),
    isWithoutUtility: stateIn(one.before, 'utility') === 'opted_out',
  }))
}

function isKnownTo({ contactId, channelType, at }: Moment, event: EventAbout): boolean {
  return event.contactId === contactId && event.channelType === channelType && event.occurredAt <= at
}

function stateIn(events: EventAbout[], purpose: ConsentPurpose) {
  return consentState(events.filter((event) => event.purpose === purpose)).state
}

/** The last first; whatever was answered to them since. They are in the ledger before they leave. */
function openQuestions(before: EventAbout[], at: Date): Date[] {
  return before
    .filter(({ kind, expiresAt }) => kind === 'asked' && expiresAt !== null && at <= expiresAt)
    .map(({ occurredAt }) => occurredAt)
    .sort((a, b) => b.getTime() - a.getTime())
}
