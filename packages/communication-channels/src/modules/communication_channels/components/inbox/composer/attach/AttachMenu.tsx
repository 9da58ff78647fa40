import { useT } from '@open-mercato/shared/lib/i18n/context'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Popover, PopoverContent, PopoverTrigger } from '@open-mercato/ui/primitives/popover'
import { Plus } from 'lucide-react'
import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'
import type { AttachChoice } from './attachChoice.ts'

type AttachMenuProps = {
  button: RefObject<HTMLButtonElement | null>
  choices: AttachChoice[]
}

const itemsOf = (menu: HTMLElement) => [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')]

export function AttachMenu({ button, choices }: AttachMenuProps) {
  const t = useT()
  const [isOpen, setIsOpen] = useState(false)
  const menu = useRef<HTMLDivElement>(null)
  const focusIsTaken = useRef(false)
  const say = (key: string) => t(`communication_channels.inbox.composer.${key}`)
  const change = (open: boolean) => {
    focusIsTaken.current = false
    setIsOpen(open)
  }
  const choose = ({ takesFocus, onChoose }: AttachChoice) => {
    focusIsTaken.current = takesFocus
    setIsOpen(false)
    onChoose()
  }
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return
    event.preventDefault()
    change(true)
  }
  return (
    <Popover open={isOpen} onOpenChange={change}>
      <PopoverTrigger asChild aria-haspopup="menu">
        <IconButton
          ref={button}
          aria-label={say('attach.open')}
          title={say('attach.open')}
          onKeyDown={openByArrow}
        >
          <Plus className="size-5" />
        </IconButton>
      </PopoverTrigger>
      <PopoverContent
        ref={menu}
        role="menu"
        aria-label={say('attach.open')}
        align="start"
        side="top"
        className="w-72 p-1.5"
        onKeyDown={walk}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          if (menu.current) itemsOf(menu.current)[0]?.focus()
        }}
        onCloseAutoFocus={(event) => {
          // The form that opens now takes the focus itself.
          if (focusIsTaken.current) event.preventDefault()
        }}
      >
        {choices.map((choice) => {
          const { name, icon: Icon, isBegun } = choice
          return (
            <button
              key={name}
              type="button"
              role="menuitem"
              tabIndex={-1}
              onClick={() => choose(choice)}
              onPointerMove={(event) => event.currentTarget.focus()}
              className="flex w-full items-center gap-3 rounded-md px-2.5 py-2 text-start outline-none focus:bg-accent"
            >
              <span className="flex size-9 shrink-0 items-center justify-center rounded-full bg-primary-soft text-primary-soft-foreground">
                <Icon className="size-4.5" />
              </span>
              <span className="grid min-w-0 flex-1">
                <span className="text-sm font-medium">{say(`${name}.title`)}</span>
                <span className="text-xs text-muted-foreground">
                  {say(isBegun ? 'attach.begun' : `${name}.hint`)}
                </span>
              </span>
              {isBegun ? (
                <span aria-hidden="true" className="size-2 shrink-0 rounded-full bg-highlight" />
              ) : null}
            </button>
          )
        })}
      </PopoverContent>
    </Popover>
  )
}

/** Arrows walk round, Home and End jump, Tab stays: as menus do. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const items = itemsOf(event.currentTarget)
  const index = items.indexOf(document.activeElement as HTMLElement)
  const next = {
    ArrowDown: (index + 1) % items.length,
    ArrowUp: (index <= 0 ? items.length : index) - 1,
    Home: 0,
    End: items.length - 1,
    Tab: index,
  }[event.key]
  if (next === undefined) return
  event.preventDefault()
  items[next]?.focus()
}
