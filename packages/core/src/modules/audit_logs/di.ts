import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { ActionLogService } from './services/actionLogService.ts'

export function register(container: AppContainer): void {
  container.register({ actionLogService: asClass(ActionLogService).singleton() })
}
