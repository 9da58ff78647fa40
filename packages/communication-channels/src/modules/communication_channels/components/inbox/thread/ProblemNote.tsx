import { useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert, CircleHelp } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from '../../classNames.ts'

type ProblemNoteProps = {
  tone: 'error' | 'warning'
  title: string
  reason: string
  action: string | null
  /** The provider's own words. */
  detail?: string | null
  children?: ReactNode
}

export function ProblemNote({ tone, title, reason, action, detail, children }: ProblemNoteProps) {
  const t = useT()
  const Icon = tone === 'error' ? CircleAlert : CircleHelp
  return (
    <div
      className={classNames(
        'mb-1.5 max-w-[min(34rem,86%)] rounded-lg border px-3 py-2 text-[0.8125rem] leading-snug',
        tone === 'error'
          ? 'border-status-error-border bg-status-error-bg text-status-error-text'
          : 'border-status-warning-border bg-status-warning-bg text-status-warning-text',
      )}
    >
      <p className="flex items-start gap-1.5">
        <Icon aria-hidden="true" className="mt-px size-4 shrink-0" />
        <span className="min-w-0">
          <span className="font-semibold">{title}.</span> {reason} {action}
          {detail ? (
            <span className="mt-1 block text-xs [overflow-wrap:anywhere]">
              {t('communication_channels.inbox.providerWords', { words: detail })}
            </span>
          ) : null}
        </span>
      </p>
      {children ? <div className="mt-2 flex flex-wrap gap-1.5 ps-5.5 empty:hidden">{children}</div> : null}
    </div>
  )
}
