import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { useState } from 'react'
import type { Fact } from '../delivery.ts'
import { FactItem } from './FactItem.tsx'

const SHOWN = 50

/** What was read in the delivery, in the order in which it came. */
export function FactList({ facts, count }: { facts: Fact[]; count: number }) {
  const t = useT()
  const [isWhole, setWhole] = useState(false)
  const shown = isWhole ? facts : facts.slice(0, SHOWN)
  if (facts.length === 0) {
    return (
      <p className="text-sm text-muted-foreground">{t('communication_channels.deliveries.read.nothing')}</p>
    )
  }
  return (
    <div className="grid grid-cols-1 gap-2">
      <ol className="grid grid-cols-1 gap-2">
        {shown.map((fact, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: their place is what tells them apart
          <FactItem key={place} fact={fact} />
        ))}
      </ol>
      {shown.length < facts.length ? (
        <Button variant="outline" size="sm" className="justify-self-start" onClick={() => setWhole(true)}>
          {t('communication_channels.deliveries.read.whole', { count: facts.length })}
        </Button>
      ) : null}
      {facts.length < count ? (
        <p className="text-sm text-muted-foreground">
          {t('communication_channels.deliveries.read.first', { shown: facts.length, count })}
        </p>
      ) : null}
    </div>
  )
}
