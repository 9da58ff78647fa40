/** From which number a person is written to. */
export type ChannelChoice =
  | { channelId: string }
  | { refused: 'channel_unknown' | 'channel_disabled' | 'no_channel' | 'choose_channel' }

export interface ChannelFacts {
  /** What a person or a caller asked for. */
  chosenId: string | null
  /** The numbers that this person has a thread with, the one last used first. */
  threadIds: string[]
  defaultId: string | null
  channels: { id: string; isEnabled: boolean }[]
}

/**
 * By choice; else from the number that the person knows; else from the organisation's default; else from the only one
 * there is. A number that is switched off is passed over, but for one that was asked for: that is refused.
 */
export function chooseChannel({ chosenId, threadIds, defaultId, channels }: ChannelFacts): ChannelChoice {
  if (chosenId) {
    const chosen = channels.find(({ id }) => id === chosenId)
    if (!chosen) return { refused: 'channel_unknown' }
    return chosen.isEnabled ? { channelId: chosen.id } : { refused: 'channel_disabled' }
  }
  const usable = channels.filter(({ isEnabled }) => isEnabled).map(({ id }) => id)
  const known = threadIds.find((id) => usable.includes(id))
  if (known) return { channelId: known }
  if (defaultId && usable.includes(defaultId)) return { channelId: defaultId }
  if (usable.length === 1) return { channelId: usable[0]! }
  return { refused: usable.length === 0 ? 'no_channel' : 'choose_channel' }
}
