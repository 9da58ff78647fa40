import { Button } from '@open-mercato/ui/primitives/button'
import { CircleAlert, Lightbulb, Wrench } from 'lucide-react'
import { useText } from '../useText.ts'

type FindingItemProps = {
  level: 'refused' | 'advice'
  /** Which part it is about; several can have the same said of them. */
  place?: string
  sentence: string
  why?: string
  mend?: { name: string; apply: () => void } | null
  onGo: () => void
}

const looks = {
  refused: 'border-status-error-border bg-status-error-bg text-status-error-text',
  advice: 'border-status-warning-border bg-status-warning-bg text-status-warning-text',
}

/** One thing to mend or to think about; it leads to its field, says why, and mends itself where that is plain. */
export function FindingItem({ level, place, sentence, why, mend, onGo }: FindingItemProps) {
  const text = useText()
  const Sign = level === 'refused' ? CircleAlert : Lightbulb
  return (
    <li className={`flex items-start gap-2.5 rounded-lg border px-3 py-2.5 text-sm ${looks[level]}`}>
      <Sign role="img" aria-label={text(`findings.level.${level}`)} className="mt-0.5 size-4 shrink-0" />
      <div className="grid min-w-0 flex-1 justify-items-start gap-1.5">
        {place ? <span className="-mb-1 text-xs opacity-80">{place}</span> : null}
        <button
          type="button"
          onClick={onGo}
          className="text-start font-medium underline-offset-4 hover:underline"
        >
          {sentence}
        </button>
        {why ? (
          <details className="text-[0.8125rem] leading-relaxed">
            <summary className="cursor-pointer">{text('findings.why')}</summary>
            <p className="pt-1">{why}</p>
          </details>
        ) : null}
        {mend ? (
          <Button size="sm" variant="outline" onClick={mend.apply}>
            <Wrench />
            {mend.name}
          </Button>
        ) : null}
      </div>
    </li>
  )
}
