import { FormField } from '@open-mercato/ui/primitives/form-field'
import { CircleAlert } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ShownFinding } from '../findings/findings-at.ts'
import { PATH_MARK } from '../findings/focus-field.ts'
import { useFindingsAt } from '../findings/useFindingsAt.ts'

type EditorFieldProps = {
  /** Where its value stands in the definition. */
  path: string
  /** Further paths that concern this field although they name something around it. */
  also?: string[]
  /** Findings of a larger part that speak of this field. */
  naming?: (finding: ShownFinding) => boolean
  label?: ReactNode
  help?: ReactNode
  required?: boolean
  /** One control. */
  children: ReactNode
}

/** A field with what is to say about it: what is refused marks it as invalid, advice stands with its help. */
export function EditorField({ path, also, naming, label, help, required, children }: EditorFieldProps) {
  const { refused, advice } = useFindingsAt(path, { also, naming })
  const about =
    help || advice.length > 0 ? (
      <>
        {help}
        {advice.map((sentence) => (
          <span key={sentence} className="mt-1 flex items-start gap-1.5 text-status-warning-text first:mt-0">
            <CircleAlert aria-hidden="true" className="mt-0.5 size-3.5 shrink-0" />
            <span>{sentence}</span>
          </span>
        ))}
      </>
    ) : undefined
  return (
    <div {...{ [PATH_MARK]: path }} className="scroll-mt-4">
      <FormField
        label={label}
        required={required}
        description={about}
        error={refused.length > 1 ? refused.map(asSentence).join(' ') : refused[0]}
      >
        {children}
      </FormField>
    </div>
  )
}

/** Several stand behind one another: what each says ends with it. */
function asSentence(said: string): string {
  return /[.!?]$/.test(said) ? said : `${said}.`
}
