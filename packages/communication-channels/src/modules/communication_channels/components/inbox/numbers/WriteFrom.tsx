import { useT } from '@open-mercato/shared/lib/i18n/context'
import { hasFeature } from '@open-mercato/shared/security/features'
import { useBackendChrome } from '@open-mercato/ui/backend/BackendChromeProvider'
import {
  Select,
  SelectContent,
  SelectItem,
  SelectTrigger,
  SelectValue,
} from '@open-mercato/ui/primitives/select'
import { useMutation } from '@tanstack/react-query'
import { useChannels } from '../data/useInboxData.ts'
import { useUrlParams } from '../data/useUrlParams.ts'
import type { Conversation } from '../model/conversation.ts'
import { openConversation } from './openConversation.ts'

/**
 * Which of the business's numbers writes. Another one has a thread of its own with the same person, so choosing one
 * opens that thread.
 */
export function WriteFrom({ conversation }: { conversation: Conversation }) {
  const t = useT()
  const { setParams } = useUrlParams()
  const features = useBackendChrome().payload?.grantedFeatures
  const { channel, contact } = conversation
  const channels = useChannels().data ?? []
  const others = channels.filter(
    ({ id, providerKey, isEnabled }) => id !== channel.id && isEnabled && providerKey === channel.providerKey,
  )
  const open = useMutation({
    mutationFn: (channelId: string) => openConversation({ contactId: contact.id, channelId }),
    onSuccess: ({ conversation: { id } }) => setParams({ conversation: id }),
  })
  if (others.length === 0 || !hasFeature(features, 'communication_channels.send')) {
    return (
      <bdi className="truncate">
        {t('communication_channels.inbox.header.channel', { channel: channel.displayName })}
      </bdi>
    )
  }
  return (
    <span className="grid min-w-0 grid-cols-[minmax(0,1fr)] first:-ms-[5px] max-md:-ms-[5px]">
      <Select value={channel.id} onValueChange={(id) => open.mutate(id)} disabled={open.isPending}>
        <SelectTrigger
          size="xs"
          aria-label={t('communication_channels.inbox.numbers.writeFrom')}
          className="h-6 min-w-0 justify-start gap-1 border-transparent bg-transparent px-1 text-[0.8125rem] text-muted-foreground shadow-none md:text-[0.8125rem]"
        >
          <SelectValue>
            {t('communication_channels.inbox.header.channel', { channel: channel.displayName })}
          </SelectValue>
        </SelectTrigger>
        <SelectContent>
          {[channel, ...others].map(({ id, displayName, address }) => (
            <SelectItem key={id} value={id}>
              {displayName}
              {address ? ` · ${address}` : ''}
            </SelectItem>
          ))}
        </SelectContent>
      </Select>
      {open.isError ? (
        <span role="alert" className="px-1 text-status-error-text">
          {t('communication_channels.inbox.numbers.notOpened')}
        </span>
      ) : null}
    </span>
  )
}
