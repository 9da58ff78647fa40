import { type TranslateFn, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { DialogFooter } from '@open-mercato/ui/primitives/dialog'
import { CircleCheck, CircleX } from 'lucide-react'
import { languageName } from '../../../lib/templates/language-name.ts'
import { problemText } from '../../problemText.ts'
import type { DefaultRefusal, Progress, SubmittedDefault } from '../data/useDefaultTemplates.ts'
import { notificationName } from '../words/notificationName.ts'
import { useFormats, useSay } from '../words/useSay.ts'

type DefaultsProgressProps = { progress: Progress; onClose: () => void }

/** How far the handing in is, and what came of each. */
export function DefaultsProgress({ progress, onClose }: DefaultsProgressProps) {
  const say = useSay()
  const format = useFormats()
  const { done, total, outcomes, isOver } = progress
  const refused = outcomes.filter(({ error }) => error !== null)
  const values = { done: format.count(done), total: format.count(total) }
  const said = !isOver
    ? say('defaults.progress', values)
    : refused.length === 0
      ? say('defaults.done', { count: format.count(total) })
      : say('defaults.partly', { count: format.count(refused.length), total: format.count(total) })
  return (
    <div className="grid gap-4">
      <div className="grid gap-2">
        <p role="status" className="text-sm font-medium">
          {said}
        </p>
        <div aria-hidden="true" className="h-2 overflow-hidden rounded-full bg-accent">
          <div
            className="h-full rounded-full bg-primary transition-[width]"
            style={{ width: `${total === 0 ? 0 : (done / total) * 100}%` }}
          />
        </div>
      </div>
      <ul className="grid gap-1.5">
        {/* What needs somebody comes first. */}
        {[...refused, ...outcomes.filter(({ error }) => error === null)].map((outcome) => (
          <Outcome key={`${outcome.name} ${outcome.language}`} outcome={outcome} />
        ))}
      </ul>
      <DialogFooter>
        <Button onClick={onClose} disabled={!isOver}>
          {say('defaults.close')}
        </Button>
      </DialogFooter>
    </div>
  )
}

function Outcome({ outcome: { name, language, error } }: { outcome: SubmittedDefault }) {
  const t = useT()
  const say = useSay()
  const { locale } = useFormats()
  const Icon = error === null ? CircleCheck : CircleX
  const colour = error === null ? 'text-status-success-icon' : 'text-status-error-icon'
  return (
    <li className="flex items-start gap-2 text-sm">
      <Icon aria-hidden="true" className={`mt-0.5 size-4 shrink-0 ${colour}`} />
      <span className="min-w-0 [overflow-wrap:anywhere]">
        {notificationName(t, name)} · {languageName(language, locale)}:{' '}
        <span className={error === null ? 'text-muted-foreground' : 'text-status-error-text'}>
          {error === null
            ? say('defaults.inReview')
            : error instanceof Error
              ? problemText(t, error, say('defaults.notSubmitted'))
              : refusalText(t, error)}
        </span>
      </span>
    </li>
  )
}

function refusalText(t: TranslateFn, { code, reason, detail }: DefaultRefusal): string {
  const known = t(`channel_whatsapp.problem.${code}.reason`, reason)
  return detail ? `${known} ${t('channel_whatsapp.problem.metaSays', { detail })}` : known
}
