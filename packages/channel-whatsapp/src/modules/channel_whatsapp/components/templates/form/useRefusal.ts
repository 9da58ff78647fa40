import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import type { TemplateToSend } from '../composerContext.ts'
import { placeErrors } from './serverErrors.ts'

/** What the hub rejects with; a field is named by where its value stands in the request. */
export type SendRefused = Error & {
  code?: string
  action?: string | null
  fieldErrors?: Record<string, string>
}

/** Why the last try was refused: as a whole, and beside the inputs that it is about until they are changed. */
export function useRefusal() {
  const t = useT()
  const [problem, setProblem] = useState<string | null>(null)
  const [byInput, setByInput] = useState<Record<string, string>>({})

  const show = (refused: SendRefused, content: TemplateToSend, inputs: string[]) => {
    const { code, message, action, fieldErrors = {} } = refused
    const placed = placeErrors(fieldErrors, content, inputs)
    const known = (part: string, otherwise: string) =>
      t(
        `communication_channels.problem.${code}.${part}`,
        t(`channel_whatsapp.problem.${code}.${part}`, otherwise || ' '),
      ).trim()
    const sentences = [known('reason', message), known('action', action ?? ''), ...placed.others]
    setByInput(placed.byInput)
    setProblem(sentences.filter(Boolean).join(' ') || t('channel_whatsapp.templates.sendFailed'))
  }
  const clear = () => {
    setProblem(null)
    setByInput({})
  }
  const forget = (path: string) =>
    setByInput((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([input]) => input !== path && !input.startsWith(`${path}.`)),
      ),
    )
  return { problem, byInput, show, clear, forget }
}
