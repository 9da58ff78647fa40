import { CircleAlert } from 'lucide-react'
import { useId } from 'react'

type ChoiceSetProps<Value extends string> = {
  legend: string
  description?: string
  choices: { value: Value; label: string; hint?: string }[]
  chosen: Value[]
  /** Several may be chosen, or exactly one. */
  several?: boolean
  error?: string | undefined
  onChange: (chosen: Value[]) => void
}

/** A few choices, all of them in sight. */
export function ChoiceSet<Value extends string>(props: ChoiceSetProps<Value>) {
  const { legend, description, choices, chosen, several, error, onChange } = props
  const id = useId()
  const toggle = (value: Value, isOn: boolean) => {
    const values = choices.map((choice) => choice.value)
    onChange(several ? values.filter((one) => (one === value ? isOn : chosen.includes(one))) : [value])
  }
  return (
    <fieldset
      aria-describedby={description ? `${id}-help` : undefined}
      className="grid min-w-0 grid-cols-1 gap-1"
    >
      <legend className="mb-1 text-sm font-medium leading-snug">{legend}</legend>
      {description ? (
        <p id={`${id}-help`} className="text-[0.8125rem] leading-relaxed text-muted-foreground">
          {description}
        </p>
      ) : null}
      {choices.map(({ value, label, hint }, index) => (
        <label
          key={value}
          className="flex min-h-11 cursor-pointer items-start gap-2.5 py-2 text-sm md:min-h-8 md:py-1"
        >
          <input
            type={several ? 'checkbox' : 'radio'}
            name={id}
            checked={chosen.includes(value)}
            onChange={(event) => toggle(value, event.target.checked)}
            className="mt-px size-4.5 shrink-0 accent-primary"
            {...(error && index === 0 ? { 'aria-invalid': true, 'aria-describedby': `${id}-error` } : {})}
          />
          <span className="grid gap-0.5">
            {label}
            {hint ? (
              <span className="text-[0.8125rem] leading-relaxed text-muted-foreground">{hint}</span>
            ) : null}
          </span>
        </label>
      ))}
      {error ? (
        <p id={`${id}-error`} className="flex items-start gap-1.5 text-[0.8125rem] text-status-error-text">
          <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
          <span>{error}</span>
        </p>
      ) : null}
    </fieldset>
  )
}
