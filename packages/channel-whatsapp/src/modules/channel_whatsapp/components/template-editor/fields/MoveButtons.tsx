import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { useText } from '../useText.ts'

/** Null at the ends, where it goes no further. */
export interface Move {
  up: (() => void) | null
  down: (() => void) | null
}

/** Moves something in its list without a mouse. */
export function MoveButtons({ name, move }: { name: string; move: Move }) {
  const text = useText()
  return (
    <>
      <IconButton
        size="sm"
        data-move="up"
        aria-label={text('moveUp', { name })}
        disabled={!move.up}
        onClick={() => move.up?.()}
      >
        <ArrowUp />
      </IconButton>
      <IconButton
        size="sm"
        data-move="down"
        aria-label={text('moveDown', { name })}
        disabled={!move.down}
        onClick={() => move.down?.()}
      >
        <ArrowDown />
      </IconButton>
    </>
  )
}
