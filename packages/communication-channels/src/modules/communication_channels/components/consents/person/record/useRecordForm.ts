import { useT } from '@open-mercato/shared/lib/i18n/context'
import { type FormEvent, useRef, useState } from 'react'
import { newKey } from '../../../inbox/data/newKey.ts'
import { problemText } from '../../../inbox/model/problemText.ts'
import { useConsentAct } from '../useConsentAct.ts'
import { type ConsentDraft, draftProblems, emptyDraft, evidenceAsked, requestOf } from './consentDraft.ts'
import type { RecordedChange } from './consentRequest.ts'

const fields = ['purposes', 'text', 'textVersion', 'language', 'occurredAt', 'confirmedAt']

/**
 * What is wrong is said at its field, after a try: by this page where it can know, by the server else. The same words
 * sent twice, because the first answer was lost, are recorded once.
 */
export function useRecordForm(contactId: string, wanted: RecordedChange, onRecorded: () => void) {
  const t = useT()
  const [draft, setDraft] = useState(() => emptyDraft(wanted))
  const [tries, setTries] = useState(0)
  const { act, isActing, failure, forgetFailure } = useConsentAct(contactId, onRecorded)
  const sent = useRef({ body: '', key: '' })
  const problems = tries > 0 ? draftProblems(draft, Date.now()) : {}
  const firstEvidence = `evidence.${evidenceAsked(draft)[0]}`

  const errors: Record<string, string> = { ...failure?.fieldErrors }
  for (const [field, problem] of Object.entries(problems))
    errors[field] = t(`communication_channels.consents.person.record.problem.${field}.${problem}`)
  if (failure?.code === 'evidence_missing') errors.evidence ??= problemText(t, '', failure).reason
  const known = [...fields, ...evidenceAsked(draft).map((field) => `evidence.${field}`)]
  const isTold = Object.keys(errors).some((field) => known.includes(field) || field === 'evidence')
  const told = failure && !isTold ? problemText(t, '', failure) : null

  const submit = (event: FormEvent) => {
    event.preventDefault()
    // In a portal it still belongs to the form around it for React's events.
    event.stopPropagation()
    setTries((count) => count + 1)
    if (isActing || Object.keys(draftProblems(draft, Date.now())).length > 0) return
    const request = requestOf(contactId, draft)
    const body = JSON.stringify(request)
    if (body !== sent.current.body) sent.current = { body, key: newKey() }
    act({ act: 'record', request, key: sent.current.key }, { onError: () => setTries((count) => count + 1) })
  }
  return {
    draft,
    change: (part: Partial<ConsentDraft>) => {
      if (failure) forgetFailure()
      setDraft((before) => ({ ...before, ...part }))
    },
    /** Missing evidence is said at the first place for it. */
    errorOf: (field: string): string | undefined =>
      errors[field] ?? (field === firstEvidence ? errors.evidence : undefined),
    problem: told ? [told.reason, told.action].filter(Boolean).join(' ') : null,
    tries,
    isRecording: isActing,
    submit,
  }
}

export type RecordForm = ReturnType<typeof useRecordForm>
