import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { Check, TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import { problemText } from '../problemText.ts'
import type { SaveState } from './data/draft-saver.ts'
import { useText } from './useText.ts'

type SaveStateNoteProps = {
  state: SaveState
  /** Why it could not be saved. */
  error: unknown
  onRetry: () => void
}

/** Whether what is on the screen is kept. It is read out where it is not, and the first time that it is: not with every word. */
export function SaveStateNote({ state, error, onRetry }: SaveStateNoteProps) {
  const t = useT()
  const text = useText()
  const [seen, setSeen] = useState({ state, saves: 0 })
  if (seen.state !== state) {
    setSeen({ state, saves: state === 'failed' ? 0 : seen.saves + Number(state === 'saved') })
  }
  const isFailed = state === 'failed'
  const isReadOut = isFailed || (state === 'saved' && seen.saves === 1)
  const why = isFailed ? problemText(t, error, '') : ''
  const words =
    state === 'untouched' || state === 'conflict'
      ? ''
      : [text(`save.${state}`), why].filter(Boolean).join('. ')
  return (
    <span className="flex items-center gap-2 text-[0.8125rem] text-muted-foreground">
      {state === 'saving' ? <Spinner size="sm" /> : null}
      {state === 'saved' ? <Check aria-hidden="true" className="size-4 text-status-success-icon" /> : null}
      {isFailed ? <TriangleAlert aria-hidden="true" className="size-4 text-status-error-icon" /> : null}
      <span>
        <span role="status">{isReadOut ? words : ''}</span>
        {isReadOut ? '' : words}
      </span>
      {isFailed ? (
        <Button size="sm" variant="outline" onClick={onRetry}>
          {text('save.retry')}
        </Button>
      ) : null}
    </span>
  )
}
