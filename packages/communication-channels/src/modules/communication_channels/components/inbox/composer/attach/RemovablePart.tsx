import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { X } from 'lucide-react'
import { type ReactNode, useRef } from 'react'

type RemovablePartProps = {
  label: string
  /** Null for the last one, which stays. */
  onRemove: (() => void) | null
  children: ReactNode
}

/** One of several like parts of a form. After a removal the focus goes to a neighbour instead of getting lost. */
export function RemovablePart({ label, onRemove, children }: RemovablePartProps) {
  const part = useRef<HTMLDivElement>(null)
  const remove = () => {
    const neighbour = part.current?.previousElementSibling ?? part.current?.nextElementSibling
    neighbour?.querySelector<HTMLElement>('input, textarea')?.focus()
    onRemove?.()
  }
  return (
    <div ref={part} className="flex items-start gap-1">
      <div className="min-w-0 flex-1">{children}</div>
      {onRemove ? (
        <IconButton aria-label={label} title={label} onClick={remove} className="mt-[1.625rem]">
          <X />
        </IconButton>
      ) : null}
    </div>
  )
}
