import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { RbacService } from './services/rbacService.ts'

export function register(container: AppContainer): void {
  container.register({ rbacService: asClass(RbacService).singleton() })
}
