import { Label } from '@open-mercato/ui/primitives/label'
import { useId } from 'react'
import { ChoiceSelect } from '../../choices/ChoiceSelect.tsx'

type ChoiceFieldProps<Value extends string> = {
  label: string
  value: Value | null
  /** What it says where nothing is chosen; without it something always is. */
  none?: string
  choices: { value: Value; label: string }[]
  isDisabled?: boolean
  onChange: (value: Value | null) => void
}

/** A select takes no empty value. */
const NONE = ' '

export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
  const { label, value, none, choices, isDisabled = false, onChange } = props
  const id = useId()
  const orNone = none === undefined ? choices : [{ value: NONE, label: none }, ...choices]
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <ChoiceSelect<string>
        id={id}
        value={value ?? NONE}
        choices={orNone}
        disabled={isDisabled}
        onChange={(chosen) => onChange(chosen === NONE ? null : (chosen as Value))}
      />
    </div>
  )
}
