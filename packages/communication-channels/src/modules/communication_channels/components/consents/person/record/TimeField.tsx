import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { isoTime, localTime } from '../../../deliveries/filter/logFilter.ts'

type TimeFieldProps = {
  label: string
  description: string
  value: string | null
  error: string | undefined
  onChange: (at: string | null) => void
}

/** A moment that has passed, on the reader's clock; empty where none is given. */
export function TimeField({ label, description, value, error, onChange }: TimeFieldProps) {
  return (
    <FormField label={label} description={description} error={error}>
      <Input
        type="datetime-local"
        className="max-w-60"
        value={localTime(value)}
        onChange={(event) => onChange(isoTime(event.target.value))}
      />
    </FormField>
  )
}
