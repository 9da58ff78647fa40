import { useMutation, useQueryClient } from '@tanstack/react-query'
import { keys } from '../../inbox/data/queries.ts'
import { post, RequestFailed, request } from '../../inbox/data/request.ts'
import type { PersonConsents } from './consent.ts'
import type { ConsentRequest } from './record/consentRequest.ts'
import { personConsentsKey } from './usePersonConsents.ts'

/** What the provider would not do of a block, for one of our numbers. */
export type ProviderProblem = { channelName: string; code: string; error: string; action: string }

export type ConsentAct =
  | { act: 'record'; request: ConsentRequest; key: string }
  | { act: 'ask' }
  | { act: 'erase'; reason: string }
  | { act: 'block'; reason: string }
  | { act: 'unblock' }

type Answer = Partial<PersonConsents> & { providerProblems?: ProviderProblem[] }

/** What a person of the business does about somebody's consent. Whatever follows from it on other screens is read anew. */
export function useConsentAct(
  contactId: string,
  onDone: (act: ConsentAct, problems: ProviderProblem[]) => void,
) {
  const client = useQueryClient()
  const { mutate, isPending, error, reset } = useMutation({
    mutationFn: (act: ConsentAct) => send(contactId, act),
    onSuccess: (answer, act) => {
      if (answer?.contactId && answer.consents) client.setQueryData(personConsentsKey(contactId), answer)
      onDone(act, answer?.providerProblems ?? [])
    },
    // Not waited for: what is on screen of it has come with the answer.
    onSettled: () => void client.invalidateQueries({ queryKey: keys.all }),
  })
  return {
    act: mutate,
    isActing: isPending,
    failure: error ? (error instanceof RequestFailed ? error : new RequestFailed(0, null)) : null,
    forgetFailure: reset,
  }
}

function send(contactId: string, act: ConsentAct): Promise<Answer | null> {
  const contact = `/contacts/${encodeURIComponent(contactId)}`
  switch (act.act) {
    case 'record':
      return post('/consents', act.request, { 'Idempotency-Key': act.key })
    case 'ask':
      return post(`${contact}/consents/ask`, {})
    case 'erase':
      return post(`${contact}/consents/erase`, { reason: act.reason })
    case 'block':
      return post(`${contact}/block`, act.reason ? { reason: act.reason } : {})
    case 'unblock':
      return request(`${contact}/block`, { method: 'DELETE' })
  }
}
