import { Input, type InputProps } from '@open-mercato/ui/primitives/input'
import { lengthOf } from '../../../lib/content/limits.ts'

type CountedInputProps = Omit<InputProps, 'onChange' | 'value'> & {
  value: string
  most: number
  onChange: (value: string) => void
}

/** A line of text that says how much of its room is taken. Nothing is cut off: what is too long is said, not lost. */
export function CountedInput({ value, most, onChange, ...control }: CountedInputProps) {
  return (
    <Input
      dir="auto"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      rightIcon={<Count text={value} most={most} />}
      {...control}
    />
  )
}

/** Counts as Meta does: an emoji is one character, however it is stored. */
export function Count({ text, most }: { text: string; most: number }) {
  const length = lengthOf(text)
  return (
    <span
      className={`whitespace-nowrap text-xs tabular-nums ${length > most ? 'font-semibold text-status-error-text' : 'text-muted-foreground'}`}
    >
      {length} / {most}
    </span>
  )
}
