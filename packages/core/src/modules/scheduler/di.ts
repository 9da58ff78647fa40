import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { SchedulerService } from './services/schedulerService.ts'

// Made once: awilix reads the source of what it is given, and every request has a container.
const schedulerService = asClass(SchedulerService).singleton()

export function register(container: AppContainer): void {
  container.register({ schedulerService })
}
