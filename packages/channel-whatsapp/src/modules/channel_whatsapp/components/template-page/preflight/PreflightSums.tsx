import { useFormats, useSay } from '../words/useSay.ts'
import { signs } from './cellSigns.ts'

type PreflightSumsProps = { sums: { red: number; in_review: number; fallback: number; usable: number } }

const parts = [
  { part: 'red', sign: signs.red },
  { part: 'in_review', sign: signs.yellow },
  { part: 'fallback', sign: signs.yellow },
  { part: 'usable', sign: signs.green },
] as const

/** How it stands as a whole, what would fail first. */
export function PreflightSums({ sums }: PreflightSumsProps) {
  const say = useSay()
  const format = useFormats()
  return (
    <ul className="flex flex-wrap gap-2">
      {parts.map(({ part, sign: { Icon, colour } }) => (
        <li key={part} className="flex items-center gap-2 rounded-lg border bg-card px-3 py-1.5 text-sm">
          <Icon
            aria-hidden="true"
            className={`size-4 ${sums[part] > 0 ? colour : 'text-muted-foreground'}`}
          />
          {say(`preflight.sum.${part}`)}
          <span className="font-semibold tabular-nums">{format.count(sums[part])}</span>
        </li>
      ))}
    </ul>
  )
}
