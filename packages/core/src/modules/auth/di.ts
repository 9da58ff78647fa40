import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { RbacService } from './services/rbacService.ts'

// Made once: awilix reads the source of what it is given, and every request has a container.
const rbacService = asClass(RbacService).singleton()

export function register(container: AppContainer): void {
  container.register({ rbacService })
}
