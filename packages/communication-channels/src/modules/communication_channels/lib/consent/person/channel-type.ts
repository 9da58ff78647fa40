import { getChannelAdapter } from '../../adapter-registry-singleton.ts'
import { providerMissing } from '../../errors.ts'

/**
 * Over what kind of channel a provider's people are reached: consent is given for that kind.
 *
 * @throws ChannelError 422 `provider_missing`
 */
export function channelTypeOf(providerKey: string): string {
  const adapter = getChannelAdapter(providerKey)
  if (!adapter) throw providerMissing()
  return adapter.channelType
}
