import { Label } from '@open-mercato/ui/primitives/label'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { useId } from 'react'

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
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Select
        value={value ?? NONE}
        disabled={isDisabled}
        onValueChange={(chosen) => onChange(chosen === NONE ? null : (chosen as Value))}
      >
        <SelectTrigger id={id}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          {none === undefined ? null : <SelectItem value={NONE}>{none}</SelectItem>}
          {choices.map((choice) => (
            <SelectItem key={choice.value} value={choice.value}>
              {choice.label}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
    </div>
  )
}
