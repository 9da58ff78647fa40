import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { RotateCcw } from 'lucide-react'
import { MOST_AT_ONCE } from './replay/replay.ts'
import type { useChosen } from './useChosen.ts'

/** How many rows are chosen, and what to do with them. */
export function ChosenBar({
  chosen,
  onReplay,
}: {
  chosen: ReturnType<typeof useChosen>
  onReplay: () => void
}) {
  const t = useT()
  const text = (name: string, values: Record<string, number> = {}) =>
    t(`communication_channels.deliveries.chosen.${name}`, values)
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <label className="flex min-h-9 cursor-pointer items-center gap-2.5 text-sm font-medium">
        <input
          type="checkbox"
          checked={chosen.areAll}
          onChange={(event) => chosen.chooseAll(event.target.checked)}
          className="size-4.5 accent-primary"
        />
        {text('all')}
      </label>
      <span aria-live="polite" className="text-sm text-muted-foreground">
        {chosen.ids.length > 0 ? text('count', { count: chosen.ids.length }) : null}
        {chosen.isFull ? ` ${text('full', { most: MOST_AT_ONCE })}` : null}
      </span>
      <Button
        variant="outline"
        size="sm"
        className="md:ms-auto"
        disabled={chosen.ids.length === 0}
        onClick={onReplay}
      >
        <RotateCcw />
        {text('replay')}
      </Button>
    </div>
  )
}
