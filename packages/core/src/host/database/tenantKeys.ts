import { createHash, hkdfSync } from 'node:crypto'
import type { MikroORM } from '@mikro-orm/postgresql'
import { decryptWithAesGcm, encryptWithAesGcm, generateDek } from '@open-mercato/shared/lib/encryption/aes'
import type { KmsService, TenantDek } from '@open-mercato/shared/lib/encryption/kms'

/** Keys for different purposes from the one master key, so that none of them tells another. */
export function deriveKey(masterKey: string, purpose: 'wrap' | 'lookup'): Buffer {
  const secret = Buffer.from(masterKey, 'base64')
  return Buffer.from(hkdfSync('sha256', secret, 'open-mercato', purpose, 32))
}

/** Which master key wrapped a row; tells a wrong key from a damaged row. */
export function fingerprint(key: Buffer): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 16)
}

interface KeyRow {
  wrapped_key: string
  wrapped_by: string
}

/** The tenants' data keys in the table `tenant_keys`, each wrapped under the master key. */
export function createTenantKeys(orm: MikroORM, masterKey: string): KmsService {
  const wrapping = deriveKey(masterKey, 'wrap')
  const wrappingKey = wrapping.toString('base64')
  const wrappedBy = fingerprint(wrapping)
  let isHealthy = true

  function unwrap(tenantId: string, row: KeyRow): TenantDek {
    const key =
      row.wrapped_by === wrappedBy
        ? decryptWithAesGcm(row.wrapped_key, wrappingKey, contextOf(tenantId))
        : null
    isHealthy = key !== null
    if (key === null) {
      throw new Error(
        row.wrapped_by === wrappedBy
          ? `The data key of tenant ${tenantId} is damaged.`
          : `The data key of tenant ${tenantId} was wrapped by another master key. Start with the OM_MASTER_KEY that this database was made with.`,
      )
    }
    return { tenantId, key, fetchedAt: Date.now() }
  }

  async function getTenantDek(tenantId: string): Promise<TenantDek | null> {
    const sql = 'select wrapped_key, wrapped_by from tenant_keys where tenant_id = ?'
    // Its own fork: a key must outlive the transaction that first needed it.
    const [row] = await orm.em.fork().execute<KeyRow[]>(sql, [tenantId])
    return row ? unwrap(tenantId, row) : null
  }

  return {
    getTenantDek,
    async createTenantDek(tenantId) {
      const known = await getTenantDek(tenantId)
      if (known) return known
      const wrapped = encryptWithAesGcm(generateDek(), wrappingKey, contextOf(tenantId)).value
      await orm.em
        .fork()
        .execute(
          'insert into tenant_keys (tenant_id, wrapped_key, wrapped_by) values (?, ?, ?) on conflict do nothing',
          [tenantId, wrapped, wrappedBy],
        )
      const stored = await getTenantDek(tenantId)
      if (!stored) throw new Error(`The data key of tenant ${tenantId} could not be stored.`)
      return stored
    },
    isHealthy: () => isHealthy,
  }
}

function contextOf(tenantId: string): string {
  return `tenant-key|${tenantId}`
}
