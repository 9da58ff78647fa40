import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { ActionLogService } from './services/actionLogService.ts'

// Made once: awilix reads the source of what it is given, and every request has a container.
const actionLogService = asClass(ActionLogService).singleton()

export function register(container: AppContainer): void {
  container.register({ actionLogService })
}
