import { classNames } from '../../classNames.ts'
import { qualityColours, qualityOf } from './quality.ts'
import { useSay } from './useSay.ts'

/** What customers made of it, as a dot and a word. */
export function QualityMark({ score }: { score: string | null }) {
  const say = useSay()
  const quality = qualityOf(score)
  return (
    <span className="inline-flex items-center gap-1.5 whitespace-nowrap text-sm">
      <span
        aria-hidden="true"
        className={classNames('size-2.5 shrink-0 rounded-full', qualityColours[quality])}
      />
      <span className={quality === 'UNKNOWN' ? 'text-muted-foreground' : undefined}>
        {say(`quality.${quality}`)}
      </span>
    </span>
  )
}
