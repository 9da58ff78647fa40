import { useQuery } from '@tanstack/react-query'
import { providerRequest } from '../../request.ts'
import type { TemplateToSend } from '../../templates/composerContext.ts'
import type { Template } from '../../templates/template.ts'
import type { TemplateRow } from './template.ts'
import { retryUnlessRefused, templateKeys } from './templateKeys.ts'
import { templatePath } from './useManagedTemplate.ts'

/** What the template takes, in the form that the composer fills in; null where the number cannot send it. */
export function useFillableTemplate(channelId: string, { id, name, language }: TemplateRow) {
  return useQuery({
    queryKey: [...templateKeys.one(id), 'fillable', channelId],
    queryFn: async () => {
      const path = `/templates?channelId=${encodeURIComponent(channelId)}`
      const { items } = await providerRequest<{ items: Template[] }>(path)
      return items.find((one) => one.name === name && one.language === language) ?? null
    },
    retry: retryUnlessRefused,
  })
}

type TestSend = { channelId: string; to: string; content: TemplateToSend }
type TestSent = { messageId: string; conversationId: string }

/** Sends it once to the number, by the way of every message. */
export function sendTest(id: string, { channelId, to, content }: TestSend): Promise<TestSent> {
  const { parameters } = content
  return providerRequest<TestSent>(`${templatePath(id)}/test`, 'POST', { channelId, to, parameters })
}
