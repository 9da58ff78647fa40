import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { Check, TriangleAlert } from 'lucide-react'
import type { SaveState } from './data/draft-saver.ts'
import { useText } from './useText.ts'

/** Whether what is on the screen is kept. */
export function SaveStateNote({ state, onRetry }: { state: SaveState; onRetry: () => void }) {
  const text = useText()
  const words = state === 'untouched' || state === 'conflict' ? '' : text(`save.${state}`)
  return (
    <span className="flex items-center gap-2 text-[0.8125rem] text-muted-foreground">
      {state === 'saving' ? <Spinner size="sm" /> : null}
      {state === 'saved' ? <Check aria-hidden="true" className="size-4 text-status-success-icon" /> : null}
      {state === 'failed' ? (
        <TriangleAlert aria-hidden="true" className="size-4 text-status-error-icon" />
      ) : null}
      <span role="status">{words}</span>
      {state === 'failed' ? (
        <Button size="sm" variant="outline" onClick={onRetry}>
          {text('save.retry')}
        </Button>
      ) : null}
    </span>
  )
}
