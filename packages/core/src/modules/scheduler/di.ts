import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { SchedulerService } from './services/schedulerService.ts'

export function register(container: AppContainer): void {
  container.register({ schedulerService: asClass(SchedulerService).singleton() })
}
