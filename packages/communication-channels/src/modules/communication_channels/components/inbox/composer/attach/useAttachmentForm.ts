import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import { RequestFailed } from '../../data/request.ts'
import type { SendableContent } from '../../model/message.ts'
import type { SendTerms } from '../../model/outbox.ts'
import { problemText } from '../../model/problemText.ts'
import type { Attachment } from './attachment.ts'
import { fallbackField, type WithFallback } from './fallback.ts'
import { type Complaint, type Complaints, checkFields } from './fieldChecks.ts'
import type { FormErrors } from './formErrors.ts'

type AttachmentFormInput<Draft> = {
  attachment: Attachment<Draft>
  draft: Draft
  providerKey: string
  onSend: (content: SendableContent, terms?: SendTerms) => Promise<void>
  onSent: () => void
}

/**
 * What is wrong with a draft, beside its fields. Too long is said while typing, what is missing only after a try to send;
 * the server's own complaints stand where it says they belong, and with the others where the form has no such field.
 */
export function useAttachmentForm<Draft extends WithFallback>(input: AttachmentFormInput<Draft>) {
  const { attachment, draft, providerKey, onSend, onSent } = input
  const t = useT()
  const [tries, setTries] = useState(0)
  const [isSending, setIsSending] = useState(false)
  const [answer, setAnswer] = useState<RequestFailed | null>(null)
  const sentence = (complaint: Complaint) =>
    t(`communication_channels.inbox.composer.complaint.${complaint.kind}`, { ...complaint })

  const fallbackText = draft.fallbackText?.trim() ?? ''
  const fields = [...attachment.fields(draft), fallbackField(fallbackText)]
  const complaints: Complaints = { ...attachment.check?.(draft), ...checkFields(fields) }
  const errors: FormErrors = { ...answer?.fieldErrors }
  for (const [path, complaint] of Object.entries(complaints))
    if (tries > 0 || complaint.kind === 'tooLong') errors[path] = sentence(complaint)

  const send = async (scheduledAt?: string) => {
    if (isSending) return
    setTries((count) => count + 1)
    if (Object.keys(complaints).length > 0) return
    setIsSending(true)
    setAnswer(null)
    try {
      await onSend(attachment.toContent(draft), {
        ...(scheduledAt ? { scheduledAt } : {}),
        ...(fallbackText ? { fallbackText } : {}),
      })
      onSent()
    } catch (error) {
      setAnswer(error instanceof RequestFailed ? error : new RequestFailed(0, null))
      setTries((count) => count + 1)
      setIsSending(false)
    }
  }
  return {
    errors,
    problems: answer ? problemsOf(answer) : [],
    tries,
    isSending,
    send,
    /** What the server said was about the draft as it was. */
    forgetAnswer: () => setAnswer(null),
  }

  function problemsOf(failed: RequestFailed): string[] {
    const { reason, action } = problemText(t, providerKey, failed)
    const known = new Set(fields.map((field) => field.path))
    const elsewhere = Object.entries(failed.fieldErrors).filter(([path]) => !known.has(path))
    return [[reason, action].filter(Boolean).join(' '), ...elsewhere.map(([, problem]) => problem)]
  }
}
