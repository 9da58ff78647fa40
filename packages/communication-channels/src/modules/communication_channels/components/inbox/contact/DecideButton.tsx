import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { FormField } from '@open-mercato/ui/primitives/form-field'
import { Input } from '@open-mercato/ui/primitives/input'
import { type FormEvent, useRef, useState } from 'react'
import { RequestFailed } from '../data/request.ts'
import { problemText } from '../model/problemText.ts'
import { type Decide, useDecide } from './useContact.ts'

type DecideButtonProps = {
  contactId: string
  label: string
  question: string
  decide: (reason: string) => Decide
  onDecided?: () => void
}

/** Asks once more, and for a reason that colleagues will read; says why where it cannot be. */
export function DecideButton({ contactId, label, question, decide, onDecided }: DecideButtonProps) {
  const t = useT()
  const [isAsking, setAsking] = useState(false)
  const [reason, setReason] = useState('')
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setAsking(false)
    setReason('')
    requestAnimationFrame(() => button.current?.focus())
  }
  const decision = useDecide(contactId, () => {
    close()
    onDecided?.()
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (!decision.isPending) decision.mutate(decide(reason))
  }
  if (!isAsking) {
    return (
      <Button
        ref={button}
        variant="outline"
        size="sm"
        className="justify-self-start"
        onClick={() => setAsking(true)}
      >
        {label}
      </Button>
    )
  }
  return (
    <form
      data-question
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close()
      }}
      className="grid basis-full gap-2"
    >
      <p className="text-sm">{question}</p>
      {needsReason(decide) ? (
        <FormField label={t('communication_channels.inbox.who.reason')}>
          <Input
            autoFocus
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </FormField>
      ) : null}
      <DecisionProblem error={decision.error} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="sm" disabled={decision.isPending} autoFocus={!needsReason(decide)}>
          {label}
        </Button>
        <Button type="button" variant="ghost" size="sm" onClick={close}>
          {t('communication_channels.inbox.who.cancel')}
        </Button>
      </div>
    </form>
  )
}

function needsReason(decide: DecideButtonProps['decide']): boolean {
  return 'reason' in decide('')
}

function DecisionProblem({ error }: { error: unknown }) {
  const t = useT()
  if (!error) return null
  const refusal = error instanceof RequestFailed ? error : null
  const { reason, action } = problemText(t, '', {
    code: refusal?.code ?? 'other',
    message: refusal?.message ?? '',
    action: refusal?.action ?? null,
  })
  return (
    <p role="alert" className="text-sm text-status-error-text">
      {reason} {action}
    </p>
  )
}
