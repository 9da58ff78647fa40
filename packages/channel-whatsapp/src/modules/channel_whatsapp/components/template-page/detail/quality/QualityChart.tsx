import type { Quality } from '../../words/quality.ts'
import { useFormats, useSay } from '../../words/useSay.ts'
import type { QualityStep } from './qualitySteps.ts'

const bands = ['GREEN', 'YELLOW', 'RED'] as const satisfies Quality[]
const strokes: Record<Quality, string> = {
  GREEN: 'var(--status-success-icon)',
  YELLOW: 'var(--status-warning-icon)',
  RED: 'var(--status-error-icon)',
  UNKNOWN: 'var(--status-neutral-icon)',
}

const WIDTH = 600
const HEIGHT = 96
const heightOf = (quality: Quality) => {
  const band = (bands as readonly Quality[]).indexOf(quality)
  return ((band + 0.5) / bands.length) * HEIGHT
}

/** The higher the line the better; what it shows is a list for those who do not see it. */
export function QualityChart({ steps }: { steps: QualityStep[] }) {
  const say = useSay()
  const format = useFormats()
  return (
    <figure className="grid gap-1.5">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3">
        <div
          aria-hidden="true"
          className="grid grid-rows-3 items-center text-end text-[0.75rem] text-muted-foreground"
        >
          {bands.map((quality) => (
            <span key={quality}>{say(`quality.${quality}`)}</span>
          ))}
        </div>
        <svg
          aria-hidden="true"
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-24 w-full rounded-md bg-muted/50 rtl:-scale-x-100"
        >
          {bands.map((quality) => (
            <line
              key={quality}
              x1={0}
              x2={WIDTH}
              y1={heightOf(quality)}
              y2={heightOf(quality)}
              stroke="var(--border)"
              strokeDasharray="2 4"
              vectorEffect="non-scaling-stroke"
            />
          ))}
          {steps.map((step, position) => (
            <Step key={step.from} step={step} next={steps[position + 1]} />
          ))}
        </svg>
      </div>
      <figcaption className="flex justify-between text-[0.75rem] text-muted-foreground">
        <span>{steps[0] ? format.day(steps[0].from) : null}</span>
        <span>{say('quality.now')}</span>
      </figcaption>
      <ol className="sr-only">
        {steps.map(({ quality, from }) => (
          <li key={from}>
            {say('quality.since', { quality: say(`quality.${quality}`), day: format.day(from) })}
          </li>
        ))}
      </ol>
    </figure>
  )
}

/** A score for as long as it held, and the fall or rise to the next. Of no score nothing is drawn. */
function Step({ step, next }: { step: QualityStep; next: QualityStep | undefined }) {
  if (step.quality === 'UNKNOWN') return null
  const y = heightOf(step.quality)
  const end = (step.start + step.length) * WIDTH
  return (
    <g data-quality={step.quality} stroke={strokes[step.quality]} strokeLinecap="round">
      <line
        x1={step.start * WIDTH}
        x2={end}
        y1={y}
        y2={y}
        strokeWidth={4}
        vectorEffect="non-scaling-stroke"
      />
      {next && next.quality !== 'UNKNOWN' ? (
        <line
          x1={end}
          x2={end}
          y1={y}
          y2={heightOf(next.quality)}
          strokeWidth={1.5}
          vectorEffect="non-scaling-stroke"
        />
      ) : null}
    </g>
  )
}
