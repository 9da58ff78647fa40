import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Search, X } from 'lucide-react'
import { Input, type InputProps } from './input.tsx'

type SearchInputProps = Omit<InputProps, 'value' | 'onChange' | 'type' | 'leftIcon' | 'rightIcon'> & {
  value: string
  onChange: (value: string) => void
  onClear?: () => void
  clearable?: boolean
  clearLabel?: string
}

export function SearchInput(props: SearchInputProps) {
  const { value, onChange, onClear, clearable = true, clearLabel, ...rest } = props
  const t = useT()
  const clear = () => {
    onChange('')
    onClear?.()
  }
  return (
    <Input
      type="search"
      value={value}
      onChange={(event) => onChange(event.target.value)}
      leftIcon={<Search aria-hidden="true" />}
      rightIcon={
        clearable && value ? (
          <button
            type="button"
            onClick={clear}
            aria-label={clearLabel ?? t('ui.search.clear', 'Clear search')}
            className="-m-2 rounded-md p-2"
          >
            <X />
          </button>
        ) : null
      }
      inputClassName="[&::-webkit-search-cancel-button]:hidden"
      {...rest}
    />
  )
}
