import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { Message } from '../model/message.ts'

/** Who of us wrote a message, as far as that is known. */
export function useAuthorName({ author, origin }: Message, ownId: string | null): string | null {
  const t = useT()
  if (author !== null && author.userId === ownId) return t('communication_channels.inbox.you')
  if (author?.name) return author.name
  if (origin === 'device') return t('communication_channels.inbox.device')
  if (origin === 'history') return null
  return t('communication_channels.inbox.automatic')
}
