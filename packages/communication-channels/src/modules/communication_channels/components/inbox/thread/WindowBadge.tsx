import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { Lock, Timer } from 'lucide-react'
import type { ConversationWindow } from '../model/conversation.ts'
import { windowPhase } from '../model/windowPhase.ts'
import { windowSentence } from './windowSentence.ts'

const variants = { open: 'success', closing: 'warning', closed: 'neutral', never: 'neutral' } as const

/** How long staff may still write in their own words; opened, it says what that means. */
export function WindowBadge({ window, now }: { window: ConversationWindow; now: number }) {
  const t = useT()
  const phase = windowPhase(window, now)
  if (phase.phase === 'none') return null
  const Icon = phase.phase === 'open' || phase.phase === 'closing' ? Timer : Lock
  return (
    <Popover>
      <PopoverTrigger className="max-w-full rounded-full" data-window={phase.phase}>
        <StatusBadge variant={variants[phase.phase]} className="max-w-full">
          <Icon aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="truncate tabular-nums">{windowSentence(t, phase)}</span>
        </StatusBadge>
      </PopoverTrigger>
      <PopoverContent align="end" className="text-sm leading-relaxed">
        {t(`communication_channels.inbox.window.about.${phase.phase}`)}
      </PopoverContent>
    </Popover>
  )
}
