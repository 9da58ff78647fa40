import { Button } from '@open-mercato/ui/primitives/button'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { DefinitionButton } from '../../../lib/templates/definition/definition.ts'
import { MOST } from '../../../lib/templates/lint/rules/buttons.ts'
import { type ButtonKind, countOf, OFFERED_KINDS, roomFor } from '../model/button-kinds.ts'
import { useText } from '../useText.ts'

type AddButtonMenuProps = {
  buttons: readonly DefinitionButton[]
  kinds?: readonly ButtonKind[]
  onAdd: (kind: ButtonKind) => void
}

/** The kinds of buttons, with what each does and how many of it there may be. */
export function AddButtonMenu({ buttons, kinds = OFFERED_KINDS, onAdd }: AddButtonMenuProps) {
  const text = useText()
  const [isOpen, setIsOpen] = useState(false)
  const add = (kind: ButtonKind) => {
    setIsOpen(false)
    onAdd(kind)
  }
  return (
    <Popover open={isOpen} onOpenChange={setIsOpen}>
      <PopoverTrigger asChild>
        <Button data-add variant="outline" className="w-fit">
          <Plus />
          {text('buttons.add')}
        </Button>
      </PopoverTrigger>
      <PopoverContent
        align="start"
        className="max-h-(--radix-popover-content-available-height) w-88 overflow-y-auto p-1"
      >
        <ul aria-label={text('buttons.kinds')} className="grid">
          {kinds.map((kind) => (
            <li key={kind}>
              <button
                type="button"
                disabled={roomFor(buttons, kind) !== 'yes'}
                onClick={() => add(kind)}
                className="grid w-full grid-cols-[1fr_auto] gap-x-3 rounded-md px-2.5 py-2 text-start text-sm hover:bg-accent focus-visible:bg-accent disabled:opacity-55"
              >
                <span className="font-medium">{text(`button.kind.${kind}`)}</span>
                <span className="text-xs tabular-nums text-muted-foreground">
                  {countOf(buttons, kind)} / {MOST[kind]}
                </span>
                <span className="col-span-2 text-[0.8125rem] text-muted-foreground">
                  {text(`button.about.${kind}`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  )
}
