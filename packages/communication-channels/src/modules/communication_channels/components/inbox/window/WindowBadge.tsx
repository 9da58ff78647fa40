import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { StatusBadge } from '@open-mercato/ui/primitives/status-badge'
import { Lock, Timer } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import type { ConversationWindow } from '../model/conversation.ts'
import { windowPhase } from '../model/windowPhase.ts'
import { windowSentence } from '../thread/windowSentence.ts'

type WindowBadgeProps = {
  window: ConversationWindow
  now: number
  /** What else is to be said of it; what it is given closes it and leads elsewhere. */
  more?: (leave: () => void) => ReactNode
}

const variants = { open: 'success', closing: 'warning', closed: 'neutral', never: 'neutral' } as const

/** How long staff may still write in their own words; opened, it says what that means. */
export function WindowBadge({ window, now, more }: WindowBadgeProps) {
  const t = useT()
  const [isShown, setShown] = useState(false)
  const hasLeft = useRef(false)
  const phase = windowPhase(window, now)
  if (phase.phase === 'none') return null
  const Icon = phase.phase === 'open' || phase.phase === 'closing' ? Timer : Lock
  const leave = () => {
    hasLeft.current = true
    setShown(false)
  }
  return (
    <Popover open={isShown} onOpenChange={setShown}>
      <PopoverTrigger className="max-w-full rounded-full" data-window={phase.phase}>
        <StatusBadge variant={variants[phase.phase]} className="max-w-full">
          <Icon aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="truncate tabular-nums">{windowSentence(t, phase)}</span>
        </StatusBadge>
      </PopoverTrigger>
      <PopoverContent
        align="end"
        className="grid justify-items-start gap-2 text-sm leading-relaxed"
        onCloseAutoFocus={(event) => {
          if (hasLeft.current) event.preventDefault()
          hasLeft.current = false
        }}
      >
        <p>{t(`communication_channels.inbox.window.about.${phase.phase}`)}</p>
        {more?.(leave)}
      </PopoverContent>
    </Popover>
  )
}
