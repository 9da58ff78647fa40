import type { WindowView } from '../../../lib/conversations/window-view.ts'

/** `until`: until when nothing costs anything; `answerBy`: until when an answer begins that, or makes it longer. */
type FreeEntryPhase =
  | { phase: 'open'; until: string; answerBy: string | null }
  | { phase: 'offered'; answerBy: string }

/** Where the free-entry window stands at `now` (milliseconds since the epoch); null where there is none. */
export function freeEntryPhase(
  freeEntry: WindowView['freeEntry'] | undefined,
  now: number,
): FreeEntryPhase | null {
  const ahead = (iso: string | null | undefined) => (iso && Date.parse(iso) > now ? iso : null)
  const until = ahead(freeEntry?.expiresAt)
  const answerBy = ahead(freeEntry?.offeredUntil)
  if (until) return { phase: 'open', until, answerBy }
  return answerBy ? { phase: 'offered', answerBy } : null
}
