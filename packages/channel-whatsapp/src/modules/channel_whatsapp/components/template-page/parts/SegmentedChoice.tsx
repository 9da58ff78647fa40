import { classNames } from '../../classNames.ts'

type SegmentedChoiceProps<Value extends string | number> = {
  label: string
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few, all in sight. */
export function SegmentedChoice<Value extends string | number>(props: SegmentedChoiceProps<Value>) {
  const { label, value, choices, onChange } = props
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would bring a legend and borders of its own
    <div
      role="group"
      aria-label={label}
      className="flex w-fit max-w-full flex-wrap gap-1 rounded-lg bg-muted p-1"
    >
      {choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === value}
          onClick={() => onChange(choice.value)}
          className={classNames(
            'h-11 rounded-md px-3 text-[0.8125rem] font-medium transition-colors md:h-7',
            choice.value === value ? 'bg-card shadow-xs' : 'text-muted-foreground hover:text-foreground',
          )}
        >
          {choice.label}
        </button>
      ))}
    </div>
  )
}
