import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Lock, Timer } from 'lucide-react'
import type { ConversationWindow } from '../model/conversation.ts'
import { windowPhase } from '../model/windowPhase.ts'
import { windowSentence } from '../thread/windowSentence.ts'

/** In a list there is room for a sign only; its full sentence is read aloud and shown on hover. */
export function WindowHint({ window, now }: { window: ConversationWindow; now: number }) {
  const t = useT()
  const phase = windowPhase(window, now)
  const sentence = windowSentence(t, phase)
  if (phase.phase === 'none' || !sentence) return null
  if (phase.phase === 'closed' || phase.phase === 'never') {
    return (
      <span className="shrink-0" title={sentence}>
        <Lock aria-hidden="true" className="size-3.5" />
        <span className="sr-only">{sentence}</span>
      </span>
    )
  }
  return (
    <span
      title={sentence}
      className={
        phase.phase === 'closing'
          ? 'inline-flex shrink-0 items-center gap-1 font-medium text-status-warning-text'
          : 'inline-flex shrink-0 items-center gap-1'
      }
    >
      <Timer aria-hidden="true" className="size-3.5" />
      <span aria-hidden="true" className="tabular-nums">
        {phase.hours > 0
          ? t('communication_channels.inbox.window.hours', {
              hours: Math.round(phase.hours + phase.minutes / 60),
            })
          : t('communication_channels.inbox.window.minutes', { minutes: phase.minutes })}
      </span>
      <span className="sr-only">{sentence}</span>
    </span>
  )
}
