import { newKey } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/newKey'
import { apiCall } from '@open-mercato/ui/backend/utils/apiCall'
import { useQuery } from '@tanstack/react-query'
import { ProviderRequestFailed, providerRequest } from '../../request.ts'
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

/** Of tries of which nobody knows whether they arrived: the same again is the same message. */
const openKeys = new Map<string, string>()

/** Sends it once to the number, by the way of every message. */
export async function sendTest(id: string, { channelId, to, content }: TestSend): Promise<TestSent> {
  const body = JSON.stringify({ channelId, to, parameters: content.parameters })
  const request = `${id} ${body}`
  const key = openKeys.get(request) ?? newKey()
  openKeys.set(request, key)
  try {
    const sent = await post(`${templatePath(id)}/test`, body, key)
    openKeys.delete(request)
    return sent
  } catch (error) {
    const isUncertain = error instanceof ProviderRequestFailed && (error.status === 0 || error.status >= 500)
    if (!isUncertain) openKeys.delete(request)
    throw error
  }
}

type Problem = ConstructorParameters<typeof ProviderRequestFailed>[1]

async function post(path: string, body: string, key: string): Promise<TestSent> {
  const headers = { 'Idempotency-Key': key }
  const init = { method: 'POST', body, headers }
  const answer = await apiCall<TestSent & NonNullable<Problem>>(`/api/channel_whatsapp${path}`, init).catch(
    () => {
      throw new ProviderRequestFailed(0, null)
    },
  )
  if (!answer.ok || !answer.result) throw new ProviderRequestFailed(answer.status, answer.result)
  return answer.result
}
