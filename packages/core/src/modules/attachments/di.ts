import type { AppContainer } from '@open-mercato/shared/lib/di/container'
import { asClass } from 'awilix'
import { StorageDriverFactory } from './lib/drivers/driver-factory.ts'

// Made once: awilix reads the source of what it is given, and every request has a container.
const storageDriverFactory = asClass(StorageDriverFactory).singleton()

export function register(container: AppContainer): void {
  container.register({ storageDriverFactory })
}
