import { useState } from 'react'
import type { SettleChoice } from '../inbox/data/settleMessages.ts'
import { SettleBar } from './SettleBar.tsx'
import { UnsettledRow } from './UnsettledRow.tsx'
import { mostAtOnce, type Unsettled } from './unsettled.ts'

type UnsettledListProps = {
  items: Unsettled[]
  maySettle: boolean
  isSettling: boolean
  onSettle: (chosen: Unsettled[], as: SettleChoice) => Promise<void>
}

export function UnsettledList({ items, maySettle, isSettling, onSettle }: UnsettledListProps) {
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(new Set())
  // One that a late report settled meanwhile is gone from the list, and so no longer chosen.
  const chosen = items.filter(({ message }) => chosenIds.has(message.id))

  const chooseAll = (all: boolean) =>
    setChosenIds(new Set(all ? items.slice(0, mostAtOnce).map(({ message }) => message.id) : []))
  const toggle = (id: string) => {
    const next = new Set(chosen.map(({ message }) => message.id))
    if (!next.delete(id) && next.size < mostAtOnce) next.add(id)
    setChosenIds(next)
  }
  return (
    <div className="rounded-lg border bg-card shadow-card">
      {maySettle ? (
        <SettleBar
          chosen={chosen.length}
          shown={items.length}
          isSettling={isSettling}
          onChooseAll={chooseAll}
          onSettle={(as) => {
            setChosenIds(new Set())
            void onSettle(chosen, as)
          }}
        />
      ) : null}
      <ul>
        {items.map((item) => (
          <UnsettledRow
            key={item.message.id}
            item={item}
            isChosen={chosenIds.has(item.message.id)}
            onToggle={maySettle ? () => toggle(item.message.id) : undefined}
          />
        ))}
      </ul>
    </div>
  )
}
