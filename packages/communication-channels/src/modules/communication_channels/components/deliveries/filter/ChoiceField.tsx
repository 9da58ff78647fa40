import { Label } from '@open-mercato/ui/primitives/label'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { useId } from 'react'

type ChoiceFieldProps = {
  label: string
  value: string | null
  /** What it says where nothing is chosen. */
  none: string
  choices: { value: string; label: string }[]
  onChange: (value: string | null) => void
}

/** A select takes no empty value. */
const NONE = ' '

export function ChoiceField({ label, value, none, choices, onChange }: ChoiceFieldProps) {
  const id = useId()
  return (
    <div className="grid min-w-0 grid-cols-1 gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Select value={value ?? NONE} onValueChange={(chosen) => onChange(chosen === NONE ? null : chosen)}>
        <SelectTrigger id={id}>
          <SelectValue />
        </SelectTrigger>
        <SelectContent>
          <SelectItem value={NONE}>{none}</SelectItem>
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
