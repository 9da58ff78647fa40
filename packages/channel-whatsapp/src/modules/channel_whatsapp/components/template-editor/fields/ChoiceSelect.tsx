import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { type ComponentProps, memo } from 'react'

type ChoiceSelectProps<Value extends string> = {
  value: Value
  choices: readonly { value: Value; name: string }[]
  onChange: (value: Value) => void
} & Omit<ComponentProps<typeof SelectTrigger>, 'value' | 'onChange'>

type Choice = { value: string; name: string }

/** A closed list renders its items too: a hundred languages are not to be made again with every letter that is typed. */
const Choices = memo(({ choices }: { choices: readonly Choice[] }) => (
  <SelectContent>
    {choices.map(({ value, name }) => (
      <SelectItem key={value} value={value}>
        {name}
      </SelectItem>
    ))}
  </SelectContent>
))

/** One of a few, or of many. */
export function ChoiceSelect<Value extends string>(props: ChoiceSelectProps<Value>) {
  const { value, choices, onChange, disabled, ...control } = props
  return (
    <Select
      value={value}
      // An empty value comes from the browser's own hidden field, not from a person.
      onValueChange={(chosen) => chosen && onChange(chosen as Value)}
      disabled={disabled}
    >
      <SelectTrigger {...control}>
        <SelectValue />
      </SelectTrigger>
      <Choices choices={choices} />
    </Select>
  )
}
