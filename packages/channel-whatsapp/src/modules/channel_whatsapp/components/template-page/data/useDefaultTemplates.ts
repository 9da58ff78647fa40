import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { providerRequest } from '../../request.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'

/** A ready-made template in one language, and whether the account has it already. */
export type DefaultTemplate = {
  name: string
  language: string
  category: string
  purpose: string
  definition: TemplateDefinition
  state: 'submitted' | 'available'
}

type Submission = {
  submitted: { name: string; language: string; id: string }[]
  refused: { name: string; language: string; error: string; reason: string; detail: string | null }[]
}

/** The error is null where it was taken, and what was thrown where no answer came for it. */
export type SubmittedDefault = { name: string; language: string; error: DefaultRefusal | Error | null }
export type DefaultRefusal = { code: string; reason: string; detail: string | null }

export function useDefaultTemplates(connectionId: string) {
  return useQuery({
    queryKey: templateKeys.defaults(connectionId),
    queryFn: async () => {
      const path = `/templates/defaults?connectionId=${encodeURIComponent(connectionId)}`
      return (await providerRequest<{ items: DefaultTemplate[] }>(path)).items
    },
    retry: retryUnlessRefused,
  })
}

export type Progress = { done: number; total: number; outcomes: SubmittedDefault[]; isOver: boolean }

/** Hands in name by name, so that it shows how far it is, and a refusal of one leaves the others. */
export function useSubmitDefaults(connectionId: string) {
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress | null>(null)
  const submit = async (wishes: { name: string; languages: string[] }[]) => {
    const total = wishes.reduce((sum, { languages }) => sum + languages.length, 0)
    let outcomes: SubmittedDefault[] = []
    setProgress({ done: 0, total, outcomes, isOver: false })
    for (const { name, languages } of wishes) {
      const body = { connectionId, names: [name], languages }
      const answer = providerRequest<Submission>('/templates/defaults', 'POST', body)
      const told = await answer.then(
        ({ submitted, refused }): SubmittedDefault[] => [
          ...submitted.map((one) => ({ ...one, error: null })),
          ...refused.map(({ error: code, reason, detail, ...one }) => ({
            ...one,
            error: { code, reason, detail },
          })),
        ],
        (error: Error) => languages.map((language) => ({ name, language, error })),
      )
      outcomes = [...outcomes, ...told]
      setProgress({ done: outcomes.length, total, outcomes, isOver: false })
    }
    setProgress({ done: total, total, outcomes, isOver: true })
    void client.invalidateQueries({ queryKey: templateKeys.all })
  }
  return { progress, submit }
}
