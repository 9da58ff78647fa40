import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Input } from '@open-mercato/ui/primitives/input'
import { Label } from '@open-mercato/ui/primitives/label'
import { type FormEvent, useId, useState } from 'react'
import type { ConversationWindow } from '../model/conversation.ts'
import { fieldsOf, quickTime, type ScheduleProblem, scheduleProblem, timeOf } from '../model/schedule.ts'
import { timeAhead } from '../model/times.ts'

type ChosenTimeProps = { now: number; window: ConversationWindow; onChoose: (at: number) => void }

/** Any other time, by the reader's own clock. What is wrong with it is said before the server is asked. */
export function ChosenTime({ now, window, onChoose }: ChosenTimeProps) {
  const t = useT()
  const locale = useLocale()
  const id = useId()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.inbox.later.${key}`, values)
  const [fields, setFields] = useState(() => fieldsOf(quickTime('inAnHour', now)))
  const [problem, setProblem] = useState<ScheduleProblem | null>(null)
  const zone = new Intl.DateTimeFormat(locale).resolvedOptions().timeZone
  const until = window.expiresAt ? timeAhead(window.expiresAt, now, locale) : ''

  const change = (next: Partial<typeof fields>) => {
    const changed = { ...fields, ...next }
    setFields(changed)
    // Not while it is being typed: half a date is no mistake yet.
    setProblem(
      scheduleProblem(timeOf(changed), Date.now(), window) === 'windowClosed' ? 'windowClosed' : null,
    )
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    // In a portal it still belongs to the form around it for React's events.
    event.stopPropagation()
    const at = timeOf(fields)
    const found = scheduleProblem(at, Date.now(), window)
    setProblem(found)
    if (!found && at !== null) onChoose(at)
  }
  const wrong = problem ? { 'aria-invalid': true, 'aria-describedby': `${id}-problem` } : {}
  return (
    <form onSubmit={submit} noValidate className="grid gap-2 border-t pt-3">
      <div className="grid gap-3 md:grid-cols-2">
        <div className="grid grid-cols-1 gap-1">
          <Label htmlFor={`${id}-date`}>{say('date')}</Label>
          <Input
            id={`${id}-date`}
            type="date"
            value={fields.date}
            min={fieldsOf(now).date}
            onChange={(event) => change({ date: event.target.value })}
            className="px-2"
            {...wrong}
          />
        </div>
        <div className="grid grid-cols-1 gap-1">
          <Label htmlFor={`${id}-time`}>{say('time')}</Label>
          <Input
            id={`${id}-time`}
            type="time"
            value={fields.time}
            onChange={(event) => change({ time: event.target.value })}
            className="px-2"
            {...wrong}
          />
        </div>
      </div>
      <p className="text-xs text-muted-foreground">{say('zone', { zone })}</p>
      {problem ? (
        <p id={`${id}-problem`} role="alert" className="text-[0.8125rem] leading-snug text-status-error-text">
          {say(`problem.${problem}`, { until })}
        </p>
      ) : null}
      <Button type="submit">{say('send')}</Button>
    </form>
  )
}
