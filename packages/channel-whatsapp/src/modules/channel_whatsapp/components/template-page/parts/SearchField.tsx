import { FormField } from '@open-mercato/ui/primitives/form-field'
import { SearchInput } from '@open-mercato/ui/primitives/search-input'
import { useEffect, useState } from 'react'

/** Long enough for the next letter, short enough not to wait. */
const TYPING_MS = 300

type SearchFieldProps = {
  label: string
  placeholder: string
  value: string | null
  onSearch: (value: string | null) => void
}

/** What is looked for; asked once somebody stops typing. */
export function SearchField({ label, placeholder, value, onSearch }: SearchFieldProps) {
  const [typed, setTyped] = useState(value ?? '')
  useEffect(() => setTyped((was) => (was.trim() === (value ?? '') ? was : (value ?? ''))), [value])
  useEffect(() => {
    const next = typed.trim() || null
    if (next === value) return
    const timer = setTimeout(() => onSearch(next), TYPING_MS)
    return () => clearTimeout(timer)
  }, [typed, value, onSearch])
  return (
    <FormField label={label}>
      <SearchInput value={typed} onChange={setTyped} maxLength={200} placeholder={placeholder} dir="auto" />
    </FormField>
  )
}
