import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { RotateCw, X } from 'lucide-react'
import { useEffect, useRef } from 'react'
import type { SettleChoice } from '../inbox/data/settleMessages.ts'
import { useSettleQuestion } from '../inbox/data/useSettleQuestion.ts'
import { mostAtOnce } from './unsettled.ts'

type SettleBarProps = {
  chosen: number
  shown: number
  isSettling: boolean
  onChooseAll: (all: boolean) => void
  onSettle: (as: SettleChoice) => void
}

/** Chooses all that are shown, and settles what is chosen; each of the two ways says its risk first. */
export function SettleBar({ chosen, shown, isSettling, onChooseAll, onSettle }: SettleBarProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.unsettled.${key}`, { count: chosen })
  const { isSure, question } = useSettleQuestion(say)
  const box = useRef<HTMLInputElement>(null)
  const canChooseAll = Math.min(shown, mostAtOnce)
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < canChooseAll
  }, [chosen, canChooseAll])

  const ask = async (as: SettleChoice) => {
    if (await isSure(as)) onSettle(as)
  }
  return (
    <div className="sticky top-0 z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-t-lg border-b bg-card px-3 py-2.5 md:px-4">
      <label className="flex min-h-9 cursor-pointer items-center gap-2.5 text-sm font-medium">
        <input
          ref={box}
          type="checkbox"
          checked={chosen > 0 && chosen === canChooseAll}
          onChange={(event) => onChooseAll(event.target.checked)}
          className="size-4.5 accent-primary"
        />
        {say('chooseAll')}
      </label>
      <span aria-live="polite" className="text-sm text-muted-foreground">
        {say('chosen')}
      </span>
      <div className="flex w-full flex-wrap gap-2 md:ms-auto md:w-auto">
        <Button
          variant="outline"
          size="sm"
          className="flex-1"
          disabled={chosen === 0 || isSettling}
          onClick={() => void ask('resend')}
        >
          {isSettling ? <Spinner size="sm" /> : <RotateCw />}
          {say('resend')}
        </Button>
        <Button
          variant="outline"
          size="sm"
          className="flex-1"
          disabled={chosen === 0 || isSettling}
          onClick={() => void ask('leave')}
        >
          <X />
          {say('leave')}
        </Button>
      </div>
      {question}
    </div>
  )
}
