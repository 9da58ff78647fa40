/** A tenant's data key: 32 bytes in base64, and when it was read (milliseconds). */
export interface TenantDek {
  tenantId: string
  key: string
  fetchedAt: number
}

/** Keeps the tenants' data keys, wrapped by something that is not in the database. */
export interface KmsService {
  getTenantDek(tenantId: string): Promise<TenantDek | null>
  /** The tenant's key, made on first use. Safe to call from several processes at once. */
  createTenantDek(tenantId: string): Promise<TenantDek>
  isHealthy(): boolean
}
