import type { EntityManager } from '@mikro-orm/postgresql'
import type { AppContainer } from '../lib/di/container.ts'

export interface TenantSetupScope {
  tenantId: string
  organizationId: string
}

export type TenantSetupContext = TenantSetupScope & { em: EntityManager }
export type InitSetupContext = TenantSetupContext & { container: AppContainer }

/** Role name to the features it gets from this module. */
export interface DefaultRoleFeatures {
  superadmin?: string[]
  admin?: string[]
  employee?: string[]
  [role: string]: string[] | undefined
}

/** Every step may run again on a tenant that already has it. */
export interface ModuleSetupConfig {
  onTenantCreated?(ctx: TenantSetupContext): Promise<void>
  seedDefaults?(ctx: InitSetupContext): Promise<void>
  seedExamples?(ctx: InitSetupContext): Promise<void>
  defaultRoleFeatures?: DefaultRoleFeatures
}
