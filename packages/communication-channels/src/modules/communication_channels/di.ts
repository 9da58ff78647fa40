import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asValue } from 'awilix'
import {
  getChannelAdapter,
  hasChannelAdapter,
  listChannelAdapters,
  registerChannelAdapter,
} from './lib/adapter-registry-singleton.ts'

const channelAdapterRegistry = {
  get: getChannelAdapter,
  has: hasChannelAdapter,
  list: listChannelAdapters,
  register: registerChannelAdapter,
}

export function register(container: AppContainer): void {
  container.register({ channelAdapterRegistry: asValue(channelAdapterRegistry) })
}
