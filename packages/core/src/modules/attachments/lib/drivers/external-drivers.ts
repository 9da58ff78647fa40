import type { StorageDriver } from './storage-driver.ts'

export type DriverScope = { tenantId: string; organizationId: string }
export type DriverConfig = Record<string, unknown>
type MakeDriver = (config: DriverConfig) => StorageDriver
type CredentialEnhancer = (config: DriverConfig, scope: DriverScope) => Promise<DriverConfig>

const drivers = new Map<string, MakeDriver>()
const enhancers = new Map<string, CredentialEnhancer>()

/** A module offers a driver of its own; partitions that name `key` use it. */
export function registerExternalStorageDriver(key: string, makeDriver: MakeDriver): void {
  drivers.set(key, makeDriver)
}

/** Adds to a partition's configuration what differs by tenant, such as credentials. */
export function registerExternalCredentialEnhancer(key: string, enhancer: CredentialEnhancer): void {
  enhancers.set(key, enhancer)
}

export function externalDriver(key: string, config: DriverConfig): StorageDriver | undefined {
  return drivers.get(key)?.(config)
}

export async function enhancedConfig(
  key: string,
  config: DriverConfig,
  scope: DriverScope,
): Promise<DriverConfig> {
  return (await enhancers.get(key)?.(config, scope)) ?? config
}
