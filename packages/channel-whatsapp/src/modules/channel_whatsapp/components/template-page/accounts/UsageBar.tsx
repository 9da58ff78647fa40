import { classNames } from '../../classNames.ts'
import type { TemplateAccount } from '../data/template.ts'
import { useFormats, useSay } from '../words/useSay.ts'
import { type UsageLevel, usageOf } from './usage.ts'

const colours: Record<UsageLevel, string> = {
  roomy: 'bg-primary',
  nearly: 'bg-status-warning-icon',
  full: 'bg-status-error-icon',
}

/** How many templates the account has of those it may have, drawn and in numbers. */
export function UsageBar({ usage }: { usage: TemplateAccount['usage'] }) {
  const say = useSay()
  const format = useFormats()
  const { share, level } = usageOf(usage)
  const count = format.count(usage.count)
  return (
    <div className="grid gap-1.5">
      <p className="text-sm tabular-nums">
        {usage.limit === null
          ? say('usage.unknown', { count })
          : say('usage.of', { count, limit: format.count(usage.limit) })}
      </p>
      <div
        aria-hidden="true"
        className={classNames(
          'h-2 overflow-hidden rounded-full',
          share === null ? 'border border-dashed' : 'bg-accent',
        )}
      >
        {share === null ? null : (
          <div
            className={classNames('h-full rounded-full', colours[level])}
            // A sliver even of one in six thousand.
            style={{ width: `${share === 0 ? 0 : Math.max(share * 100, 1)}%` }}
          />
        )}
      </div>
      {share === null || level !== 'roomy' ? (
        <p className="text-[0.8125rem] text-muted-foreground">
          {say(share === null ? 'usage.unknown.hint' : `usage.${level}`)}
        </p>
      ) : null}
    </div>
  )
}
