import type { ReactNode } from 'react'

type CheckSetProps = {
  legend: string
  choices: { value: string; label: string; hint?: ReactNode; isDisabled?: boolean }[]
  chosen: string[]
  /** Side by side, as far as there is room. */
  isInline?: boolean
  onChange: (chosen: string[]) => void
}

/** A few choices of which several may be made, all of them in sight. */
export function CheckSet({ legend, choices, chosen, isInline, onChange }: CheckSetProps) {
  const toggle = (value: string, isOn: boolean) =>
    onChange(
      choices.map((choice) => choice.value).filter((one) => (one === value ? isOn : chosen.includes(one))),
    )
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1 text-sm font-medium">{legend}</legend>
      <div className={isInline ? 'flex flex-wrap gap-x-6' : 'grid grid-cols-1 gap-1'}>
        {choices.map(({ value, label, hint, isDisabled }) => (
          <label
            key={value}
            className="flex min-h-11 cursor-pointer items-start gap-2.5 py-2 text-sm has-[:disabled]:cursor-default has-[:disabled]:text-muted-foreground md:min-h-8 md:py-1"
          >
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={isDisabled}
              onChange={(event) => toggle(value, event.target.checked)}
              className="mt-px size-4.5 shrink-0 accent-primary"
            />
            <span className="grid min-w-0 gap-0.5 [overflow-wrap:anywhere]">
              {label}
              {hint ? <span className="text-[0.8125rem] text-muted-foreground">{hint}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
