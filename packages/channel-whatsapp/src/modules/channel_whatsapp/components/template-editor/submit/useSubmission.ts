import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import { problemText } from '../../problemText.ts'
import type { SubmittedTemplate } from '../data/draft.ts'
import type { DraftSaver } from '../data/draft-saver.ts'
import { SubmissionRefused, submitDraft } from '../data/submitDraft.ts'

interface Submission {
  saver: DraftSaver
  onSubmitted: (template: SubmittedTemplate) => void
  onRefused: (refused: SubmissionRefused) => void
}

/** Saves what is on the screen and hands it to Meta; a refusal goes to the fields, and else into words. */
export function useSubmission({ saver, onSubmitted, onRefused }: Submission) {
  const t = useT()
  const text = (key: string) => t(`channel_whatsapp.templateEditor.${key}`)
  const [isSubmitting, setIsSubmitting] = useState(false)
  const [problem, setProblem] = useState<string | null>(null)
  const submit = async () => {
    setIsSubmitting(true)
    setProblem(null)
    try {
      const draft = await saver.flush()
      if (draft) onSubmitted(await submitDraft(draft.id))
      else setProblem(text('submit.notSaved'))
    } catch (error) {
      setProblem(problemText(t, error, text('submit.failed')))
      if (error instanceof SubmissionRefused) onRefused(error)
    } finally {
      setIsSubmitting(false)
    }
  }
  return { submit, isSubmitting, problem, forget: () => setProblem(null) }
}
