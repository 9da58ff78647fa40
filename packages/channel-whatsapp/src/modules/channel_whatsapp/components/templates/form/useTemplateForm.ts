import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useMemo, useState } from 'react'
import type { ComposerContext } from '../composerContext.ts'
import type { Template, TemplateValues } from '../template.ts'
import { readyFiles, useHeaderFiles } from '../useHeaderFiles.ts'
import { toContent } from './content.ts'
import { fieldsOf } from './fields.ts'
import { inputsOf } from './inputs.ts'
import { dataOf, prefilled } from './prefill.ts'
import { problemsOf } from './problems.ts'
import { type SendRefused, useRefusal } from './useRefusal.ts'

type Sending = { composer: ComposerContext; template: Template; onSent: () => void }

/** A template being filled in: what was typed, what is wrong with it, and how it leaves. */
export function useTemplateForm({ composer, template, onSent }: Sending) {
  const t = useT()
  const fields = useMemo(() => fieldsOf(template), [template])
  const [values, setValues] = useState<TemplateValues>(() => prefilled(template, dataOf(composer)))
  const [tries, setTries] = useState(0)
  const [isSending, setIsSending] = useState(false)
  const refusal = useRefusal()
  const { files, choose, remove } = useHeaderFiles(composer.channelId)

  const problems = problemsOf(fields, values, new Set(Object.keys(readyFiles(files))), Date.now())
  const change = (next: TemplateValues, input: string) => {
    setValues(next)
    refusal.forget(input)
  }
  const send = async (scheduledAt?: string) => {
    setTries(tries + 1)
    if (Object.keys(problems).length > 0 || isSending) return
    setIsSending(true)
    refusal.clear()
    const content = toContent(template, values, readyFiles(files))
    try {
      await (scheduledAt ? composer.send(content, { scheduledAt }) : composer.send(content))
      onSent()
    } catch (error) {
      const inputs = fields.flatMap((field) => inputsOf(field, values))
      refusal.show(error as SendRefused, content, inputs)
      setIsSending(false)
    }
  }
  const errorOf = (input: string): string | undefined => {
    const problem = tries > 0 ? problems[input] : undefined
    return problem ? t(`channel_whatsapp.templates.problem.${problem}`) : refusal.byInput[input]
  }
  return {
    ...{ fields, values, files, isSending, send, tries, errorOf },
    problem: refusal.problem,
    set: (input: string, value: string) => change({ ...values, [input]: value }, input),
    setAll: (next: TemplateValues, path: string) => change(next, path),
    /** Puts values in place of others anywhere in the form: what was wrong with those is over. */
    fill: (more: TemplateValues) => {
      setValues({ ...values, ...more })
      refusal.clear()
    },
    chooseFile: choose,
    removeFile: remove,
  }
}
export type TemplateFormState = ReturnType<typeof useTemplateForm>
