import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Input } from '@open-mercato/ui/primitives/input'
import { PasswordInput } from '@open-mercato/ui/primitives/password-input'
import { LockKeyhole } from 'lucide-react'
import { type ComponentProps, useRef, useState } from 'react'
import { unchangedSecret } from './credentialsForm.ts'

type SecretInputProps = Omit<ComponentProps<typeof PasswordInput>, 'value' | 'onChange'> & {
  value: string
  onChange: (value: string) => void
}

/**
 * A stored secret is never shown and never typed over by accident: it reads "saved" until the person chooses
 * to replace it, and giving that up brings the stored one back.
 */
export function SecretInput({ value, onChange, ...input }: SecretInputProps) {
  const t = useT()
  const wasStored = useRef(value === unchangedSecret)
  const [isReplacing, setIsReplacing] = useState(false)

  if (value === unchangedSecret) {
    wasStored.current = true
    return (
      <Input
        {...input}
        readOnly
        value={t('integrations.credentials.secret_saved', 'Saved and encrypted')}
        className="bg-muted pr-1"
        inputClassName="text-muted-foreground"
        leftIcon={<LockKeyhole aria-hidden="true" />}
        rightIcon={
          <Button
            variant="ghost"
            size="2xs"
            className="h-9 md:h-7"
            disabled={input.disabled}
            onClick={() => {
              setIsReplacing(true)
              onChange('')
            }}
          >
            {t('integrations.credentials.secret_replace', 'Replace')}
          </Button>
        }
      />
    )
  }
  return (
    <div className="flex flex-col gap-1 sm:flex-row sm:gap-2">
      <PasswordInput
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete="new-password"
        spellCheck={false}
        autoFocus={isReplacing}
        {...input}
      />
      {wasStored.current ? (
        <Button variant="ghost" onClick={() => onChange(unchangedSecret)}>
          {t('integrations.credentials.secret_keep', 'Keep the saved one')}
        </Button>
      ) : null}
    </div>
  )
}
