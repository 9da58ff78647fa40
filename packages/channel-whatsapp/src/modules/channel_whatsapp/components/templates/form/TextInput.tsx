import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { useId } from 'react'
import type { TemplateFormState } from './useTemplateForm.ts'

/** Longer than any value that the hub takes. */
const MOST = 2000

type TextInputProps = {
  form: TemplateFormState
  /** Where the value goes. */
  path: string
  label: string
  example?: string | null
  hint?: string
  /** What stands before the value and is the same for everybody, as the beginning of a link. */
  before?: string
  limit?: number
  type?: 'text' | 'datetime-local'
  isOptional?: boolean
}

/** One value of a template, with what is wrong with it. */
export function TextInput(props: TextInputProps) {
  const { form, path, label, example, hint, before, limit = MOST, type = 'text', isOptional = false } = props
  const id = useId()
  return (
    <FormField
      id={id}
      label={label}
      required={!isOptional}
      error={form.errorOf(path)}
      description={
        before ? (
          <bdi dir="ltr" className="[overflow-wrap:anywhere]">
            {before}
            <b>{form.values[path]?.trim() || '…'}</b>
          </bdi>
        ) : (
          hint
        )
      }
    >
      <Input
        type={type}
        value={form.values[path] ?? ''}
        onChange={(event) => form.set(path, event.target.value)}
        placeholder={example ?? undefined}
        dir={before ? 'ltr' : 'auto'}
        maxLength={limit}
        autoComplete="off"
      />
    </FormField>
  )
}
