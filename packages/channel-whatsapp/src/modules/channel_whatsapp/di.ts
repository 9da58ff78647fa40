import {
  hasChannelAdapter,
  registerChannelAdapter,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter-registry-singleton'
import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asValue } from 'awilix'
import { whatsappAdapter } from './lib/adapter.ts'
import { whatsappHealthCheck } from './lib/health/health-check.ts'
import { PROVIDER_KEY } from './lib/provider.ts'

/** Runs for every container; the adapter is one a process. */
export function register(container: AppContainer): void {
  if (!hasChannelAdapter(PROVIDER_KEY)) registerChannelAdapter(whatsappAdapter)
  container.register({ whatsappHealthCheck: asValue(whatsappHealthCheck) })
}
