import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { type ComponentProps, memo, useState } from 'react'

type ChoiceSelectProps<Value extends string> = {
  value: Value
  choices: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
} & Omit<ComponentProps<typeof SelectTrigger>, 'value' | 'onChange'>

type Choice = { value: string; label: string }

/** A closed list renders its items too: they are not to be made again with every letter that is typed elsewhere. */
const Choices = memo(({ choices }: { choices: readonly Choice[] }) => (
  <SelectContent>
    {choices.map(({ value, label }) => (
      <SelectItem key={value} value={value}>
        {label}
      </SelectItem>
    ))}
  </SelectContent>
))

/** One of a few, or of many: a hundred languages are made once somebody comes near them. */
export function ChoiceSelect<Value extends string>(props: ChoiceSelectProps<Value>) {
  const { value, choices, onChange, disabled, ...control } = props
  const [isNear, setIsNear] = useState(false)
  return (
    <Select
      value={value}
      // An empty value comes from the browser's own hidden field, not from a person.
      onValueChange={(chosen) => chosen && onChange(chosen as Value)}
      disabled={disabled}
    >
      <SelectTrigger {...control} onFocus={() => setIsNear(true)} onPointerDown={() => setIsNear(true)}>
        <SelectValue>{choices.find((choice) => choice.value === value)?.label}</SelectValue>
      </SelectTrigger>
      {isNear ? <Choices choices={choices} /> : null}
    </Select>
  )
}
