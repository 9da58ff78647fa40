import { useT } from '@open-mercato/shared/lib/i18n/context'
import { countedEffects, type ReplayEffects } from './replay.ts'

/** What is, or would be, new; in words where nothing is. */
export function EffectList({ effects, none }: { effects: ReplayEffects; none: string }) {
  const t = useT()
  const told = countedEffects.filter((effect) => effects[effect] > 0)
  if (told.length === 0) return <p className="text-sm">{none}</p>
  return (
    <ul className="grid gap-1 text-sm">
      {told.map((effect) => (
        <li key={effect} className={effect === 'failed' ? 'text-status-error-text' : undefined}>
          {t(`communication_channels.deliveries.effect.${effect}`, { count: effects[effect] })}
        </li>
      ))}
    </ul>
  )
}
