import type { EntityManager } from '@mikro-orm/postgresql'
import type { ModuleEncryptionMap } from '../../modules/encryption.ts'
import { createLogger } from '../logger.ts'
import { decryptWithAesGcm, encryptWithAesGcm, looksEncrypted } from './aes.ts'
import type { KmsService, TenantDek } from './kms.ts'

type Payload = Record<string, unknown>

const attached = new WeakMap<object, TenantDataEncryptionService>()

/** Bootstrap only: every fork of this EntityManager finds the service again. */
export function attachEncryption(em: EntityManager, service: TenantDataEncryptionService): void {
  attached.set(em.getDriver(), service)
}

export function encryptionOf(em: EntityManager): TenantDataEncryptionService | undefined {
  return attached.get(em.getDriver())
}

/** Encrypts and opens the columns that the modules' `encryption.ts` name, each tenant under its own key. */
export class TenantDataEncryptionService {
  private readonly kms: KmsService
  private readonly fields = new Map<string, string[]>()
  /** Each column by both of its names: they are asked for with every value. */
  private readonly names = new Map<string, { name: string; column: string }[]>()
  private readonly keys = new Map<string, Promise<TenantDek>>()

  constructor(options: { kms: KmsService; maps: readonly ModuleEncryptionMap[] }) {
    this.kms = options.kms
    for (const map of options.maps) {
      this.fields.set(
        map.entityId,
        map.fields.map((rule) => rule.field),
      )
      this.names.set(
        map.entityId,
        map.fields.flatMap(({ field: column }) =>
          [...new Set([column, toProperty(column)])].map((name) => ({ name, column })),
        ),
      )
    }
  }

  isEnabled(): boolean {
    return true
  }

  /** Made on first use, then kept in this process. */
  getDek(tenantId: string): Promise<TenantDek> {
    let key = this.keys.get(tenantId)
    if (!key) {
      key = this.kms.createTenantDek(tenantId)
      key.catch(() => this.keys.delete(tenantId))
      this.keys.set(tenantId, key)
    }
    return key
  }

  /** Column names. */
  getEncryptedFieldNames(entityId: string): readonly string[] {
    return this.fields.get(entityId) ?? []
  }

  /**
   * A copy with the mapped columns encrypted; keys may be columns or properties. Only strings are; what is
   * already this tenant's ciphertext stays. Throws without a tenant: there is no key to use.
   */
  async encryptEntityPayload(
    entityId: string,
    payload: Payload,
    tenantId: string | null | undefined,
    _organizationId?: string | null,
  ): Promise<Payload> {
    const found = this.mappedStrings(entityId, payload)
    if (!found.length) return payload
    if (!tenantId) throw new Error(`${entityId} holds encrypted columns, so a row needs a tenant.`)
    const { key } = await this.getDek(tenantId)
    const sealed = { ...payload }
    for (const { name, column, value } of found) {
      const context = contextOf(tenantId, entityId, column)
      const isSealed = looksEncrypted(value) && decryptWithAesGcm(value, key, context) !== null
      if (!isSealed) sealed[name] = encryptWithAesGcm(value, key, context).value
    }
    return sealed
  }

  /** The inverse. Text that is not encrypted stays; what does not open stays too, and is logged. */
  async decryptEntityPayload(
    entityId: string,
    payload: Payload,
    tenantId: string | null | undefined,
    _organizationId?: string | null,
  ): Promise<Payload> {
    const found = this.mappedStrings(entityId, payload).filter(({ value }) => looksEncrypted(value))
    if (!found.length || !tenantId) return payload
    const { key } = await this.getDek(tenantId)
    const opened = { ...payload }
    for (const { name, column, value } of found) {
      const plain = decryptWithAesGcm(value, key, contextOf(tenantId, entityId, column))
      if (plain === null) logger().error('An encrypted column does not open.', { entityId, column, tenantId })
      else opened[name] = plain
    }
    return opened
  }

  private mappedStrings(entityId: string, payload: Payload) {
    const found: { name: string; column: string; value: string }[] = []
    for (const { name, column } of this.names.get(entityId) ?? []) {
      const value = payload[name]
      if (typeof value === 'string') found.push({ name, column, value })
    }
    return found
  }
}

// A value copied to another tenant, table or column does not open there.
function contextOf(tenantId: string, entityId: string, column: string): string {
  return `${tenantId}|${entityId}|${column}`
}

function toProperty(column: string): string {
  return column.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase())
}

function logger() {
  return createLogger('encryption')
}
