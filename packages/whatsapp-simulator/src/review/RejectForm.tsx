import type { FormEvent } from 'react'
import { REJECTION_REASONS, type RejectionReason } from '../accounts/rejection-reasons.ts'
import type { Verdict } from './review-client.ts'
import { statusWords } from './status-words.ts'

type RejectFormProps = { onReject: (verdict: Verdict) => void; onCancel: () => void }

/** Meta gives a reason from its list, and at times what is wrong and what to do, in words. */
export function RejectForm({ onReject, onCancel }: RejectFormProps) {
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const said = (name: string) => String(form.get(name) ?? '').trim()
    const explanation = said('explanation')
    const recommendation = said('recommendation')
    onReject({
      decision: 'reject',
      reason: said('reason') as RejectionReason,
      ...(explanation ? { explanation } : {}),
      ...(recommendation ? { recommendation } : {}),
    })
  }
  return (
    <form className="reject" onSubmit={submit}>
      <label>
        Reason
        <select name="reason" defaultValue="INVALID_FORMAT">
          {REJECTION_REASONS.map((reason) => (
            <option key={reason} value={reason}>
              {statusWords(reason)}
            </option>
          ))}
        </select>
      </label>
      <label>
        What is wrong
        <input name="explanation" maxLength={500} />
      </label>
      <label>
        What to do
        <input name="recommendation" maxLength={500} />
      </label>
      <div className="row">
        <button type="submit" className="no">
          Reject
        </button>
        <button type="button" onClick={onCancel}>
          Cancel
        </button>
      </div>
    </form>
  )
}
