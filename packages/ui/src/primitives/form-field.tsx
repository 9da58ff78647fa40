import { CircleAlert } from 'lucide-react'
import { cloneElement, isValidElement, type ReactElement, type ReactNode, useId } from 'react'
import { cn } from './cn.tsx'
import { Label } from './label.tsx'

export type FormFieldProps = {
  label?: ReactNode
  id?: string
  required?: boolean
  description?: ReactNode
  error?: ReactNode
  orientation?: 'vertical' | 'horizontal'
  disabled?: boolean
  children: ReactNode
}

type ControlProps = {
  id?: string
  disabled?: boolean
  required?: boolean
  'aria-invalid'?: boolean
  'aria-describedby'?: string
}

/** Ties label, help and error to its one control: the child gets `id`, `aria-describedby` and `aria-invalid`. */
export function FormField(props: FormFieldProps) {
  const { label, required, description, error, orientation = 'vertical', disabled, children } = props
  const generatedId = useId()
  const id = props.id ?? generatedId
  const describedBy =
    [description ? `${id}-help` : null, error ? `${id}-error` : null].filter(Boolean).join(' ') || undefined
  const control = isValidElement(children)
    ? cloneElement(children as ReactElement<ControlProps>, {
        id,
        ...(disabled ? { disabled } : {}),
        ...(required ? { required } : {}),
        ...(error ? { 'aria-invalid': true } : {}),
        ...(describedBy ? { 'aria-describedby': describedBy } : {}),
      })
    : children
  return (
    <div
      className={cn(
        'grid min-w-0 gap-1.5',
        orientation === 'horizontal' ? 'grid-cols-[1fr_auto] items-center gap-x-6' : 'grid-cols-1',
      )}
    >
      {label ? (
        <Label htmlFor={id}>
          {label}
          {required ? (
            <span aria-hidden="true" className="ml-0.5 text-status-error-text">
              *
            </span>
          ) : null}
        </Label>
      ) : null}
      {control}
      {description ? (
        <p id={`${id}-help`} className="col-span-full text-[0.8125rem] leading-relaxed text-muted-foreground">
          {description}
        </p>
      ) : null}
      {error ? (
        <p
          id={`${id}-error`}
          className="col-span-full flex items-start gap-1.5 text-[0.8125rem] text-status-error-text"
        >
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </div>
  )
}
