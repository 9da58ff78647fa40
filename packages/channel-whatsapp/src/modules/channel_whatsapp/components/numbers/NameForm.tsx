import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { ActionForm } from './ActionForm.tsx'
import type { NumberProps } from './useNumber.ts'

/** Another name for customers to see. Meta looks at it first. */
export function NameForm(of: NumberProps) {
  const t = useT()
  const { nameDecision, requestedName, newNameStatus } = of.number
  const text = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.numbers.displayName.${key}`, values)
  return (
    <ActionForm
      {...of}
      name="displayName"
      inputMode="text"
      maxLength={75}
      isRight={(name) => name.trim().length >= 3}
      wishOf={(name) => ({ action: 'request_display_name', name: name.trim() })}
    >
      {newNameStatus === 'PENDING_REVIEW' ? <Alert status="information">{text('inReview')}</Alert> : null}
      {nameDecision === 'REJECTED' ? (
        <Alert status="warning">{text('rejected', { name: requestedName ?? '' })}</Alert>
      ) : null}
    </ActionForm>
  )
}
