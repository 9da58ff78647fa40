import { type ComponentProps, useState } from 'react'
import { cn } from './cn.tsx'
import { controlClasses } from './input.tsx'

type TextareaProps = ComponentProps<'textarea'> & { showCount?: boolean; wrapperClassName?: string }

export function Textarea({ showCount, wrapperClassName, className, onChange, ...props }: TextareaProps) {
  const [typed, setTyped] = useState(String(props.defaultValue ?? ''))
  const length = String(props.value ?? typed).length
  return (
    <div className={cn(controlClasses, 'w-full', wrapperClassName)}>
      <textarea
        className={cn(
          'block min-h-20 w-full resize-y bg-transparent px-3 py-2 text-base outline-none placeholder:text-muted-foreground md:text-sm',
          className,
        )}
        onChange={(event) => {
          setTyped(event.target.value)
          onChange?.(event)
        }}
        {...props}
      />
      {showCount ? (
        <div className="px-3 pb-1.5 text-right text-xs tabular-nums text-muted-foreground">
          {length}
          {props.maxLength ? ` / ${props.maxLength}` : ''}
        </div>
      ) : null}
    </div>
  )
}
