import type { Circuit } from '../model/conversation.ts'
import { useChannels } from './useInboxData.ts'

/** Why sending from a number is paused; null while it is not. */
export function useCircuit(channelId: string): Circuit | null {
  const { data } = useChannels()
  return data?.find(({ id }) => id === channelId)?.circuit ?? null
}
