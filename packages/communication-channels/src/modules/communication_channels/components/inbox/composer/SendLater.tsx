import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { CalendarClock } from 'lucide-react'
import { useRef, useState } from 'react'
import type { ConversationWindow } from '../model/conversation.ts'
import { quickNames, quickTime, scheduleProblem } from '../model/schedule.ts'
import { timeAhead } from '../model/times.ts'
import { ChosenTime } from './ChosenTime.tsx'

type SendLaterProps = {
  window: ConversationWindow
  isDisabled: boolean
  /** With the time at which it is to leave, as ISO text in UTC. */
  onChoose: (scheduledAt: string) => void
}

/** The clock beside the button that sends: the same message, but not yet. */
export function SendLater({ window, isDisabled, onChoose }: SendLaterProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.later.${key}`)
  const [openedAt, setOpenedAt] = useState<number | null>(null)
  const wasChosen = useRef(false)
  const change = (isOpen: boolean) => {
    wasChosen.current = false
    setOpenedAt(isOpen ? Date.now() : null)
  }
  const choose = (at: number) => {
    wasChosen.current = true
    setOpenedAt(null)
    onChoose(new Date(at).toISOString())
  }
  return (
    <Popover open={openedAt !== null} onOpenChange={change}>
      <PopoverTrigger asChild>
        <IconButton disabled={isDisabled} aria-label={say('title')} title={say('title')}>
          <CalendarClock className="size-5" />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent
        aria-label={say('title')}
        align="end"
        side="top"
        className="grid w-88 gap-3"
        onCloseAutoFocus={(event) => {
          // Whoever sent it has put the focus where one goes on.
          if (wasChosen.current) event.preventDefault()
        }}
      >
        <p className="font-semibold">{say('title')}</p>
        {openedAt === null ? null : (
          <>
            <QuickTimes now={openedAt} window={window} onChoose={choose} />
            <ChosenTime now={openedAt} window={window} onChoose={choose} />
          </>
        )}
      </PopoverContent>
    </Popover>
  )
}

type QuickTimesProps = { now: number; window: ConversationWindow; onChoose: (at: number) => void }

function QuickTimes({ now, window, onChoose }: QuickTimesProps) {
  const t = useT()
  const locale = useLocale()
  return (
    <div className="grid gap-1">
      {quickNames.map((name) => {
        const at = quickTime(name, now)
        const problem = scheduleProblem(at, now, window)
        return (
          <button
            key={name}
            type="button"
            disabled={problem !== null}
            onClick={() => onChoose(at)}
            className="flex min-h-11 flex-wrap items-baseline justify-between gap-x-3 rounded-md border px-3 py-2 text-start text-sm hover:bg-accent disabled:bg-muted disabled:text-muted-foreground md:min-h-9 md:py-1.5"
          >
            <span className="font-medium">{t(`communication_channels.inbox.later.${name}`)}</span>
            <span className="text-muted-foreground tabular-nums">
              {problem
                ? t('communication_channels.inbox.later.closedByThen')
                : timeAhead(new Date(at).toISOString(), now, locale)}
            </span>
          </button>
        )
      })}
    </div>
  )
}
