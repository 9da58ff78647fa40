import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Eye, EyeOff, LockKeyhole } from 'lucide-react'
import { useState } from 'react'
import { Input, type InputProps } from './input.tsx'

type PasswordInputProps = Omit<InputProps, 'type' | 'leftIcon' | 'rightIcon'> & {
  revealable?: boolean
  revealed?: boolean
  onRevealedChange?: (revealed: boolean) => void
  showLockIcon?: boolean
}

export function PasswordInput(props: PasswordInputProps) {
  const { revealable = true, revealed, onRevealedChange, showLockIcon, ...rest } = props
  const t = useT()
  const [ownRevealed, setOwnRevealed] = useState(false)
  const isRevealed = revealed ?? ownRevealed
  const toggle = () => {
    setOwnRevealed(!isRevealed)
    onRevealedChange?.(!isRevealed)
  }
  return (
    <Input
      type={isRevealed ? 'text' : 'password'}
      leftIcon={showLockIcon ? <LockKeyhole aria-hidden="true" /> : undefined}
      rightIcon={
        revealable ? (
          <button
            type="button"
            onClick={toggle}
            aria-pressed={isRevealed}
            aria-label={t('ui.password.reveal', 'Show what is typed')}
            className="-m-2.5 rounded-md p-2.5"
          >
            {isRevealed ? <EyeOff /> : <Eye />}
          </button>
        ) : null
      }
      {...rest}
    />
  )
}
