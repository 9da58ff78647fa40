import { useT } from '@open-mercato/shared/lib/i18n/context'
import { flash } from '@open-mercato/ui/backend/FlashMessages'
import { useState } from 'react'
import { type ProviderProblem, useConsentAct } from './useConsentAct.ts'

/** Has nobody write to a person any more, or lets them again; and what the provider would not do of it. */
export function useBlocking(contactId: string) {
  const t = useT()
  const [isAskingWhy, setAskingWhy] = useState(false)
  const [refused, setRefused] = useState<ProviderProblem[]>([])
  const { act, isActing, failure, forgetFailure } = useConsentAct(contactId, (done, problems) => {
    setAskingWhy(false)
    setRefused(problems)
    flash(
      t(`communication_channels.consents.person.block.${done.act === 'block' ? 'done' : 'lifted'}`),
      'success',
    )
  })
  return {
    isAskingWhy,
    askWhy: (isAsking: boolean) => {
      forgetFailure()
      setAskingWhy(isAsking)
    },
    block: (reason: string) => act({ act: 'block', reason }),
    unblock: () => act({ act: 'unblock' }),
    isActing,
    failure,
    refused,
    dismissRefused: () => setRefused([]),
  }
}

export type Blocking = ReturnType<typeof useBlocking>
