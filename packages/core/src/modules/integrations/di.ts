import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asFunction } from 'awilix'
import { createCredentialsService } from './lib/credentials-service.ts'
import { createIntegrationHealthService } from './lib/health-service.ts'
import { createIntegrationLogService } from './lib/log-service.ts'
import { createIntegrationStateService } from './lib/state-service.ts'

// Made once: awilix reads the source of what it is given, and every request has a container.
const services = {
  integrationCredentialsService: asFunction(createCredentialsService).singleton(),
  integrationStateService: asFunction(createIntegrationStateService).singleton(),
  integrationLogService: asFunction(createIntegrationLogService).singleton(),
}

export function register(container: AppContainer): void {
  container.register({
    ...services,
    integrationHealthService: asFunction(() =>
      createIntegrationHealthService({
        container,
        em: container.cradle.em,
        credentials: container.cradle.integrationCredentialsService,
        state: container.cradle.integrationStateService,
        log: container.cradle.integrationLogService,
      }),
    ).singleton(),
  })
}
