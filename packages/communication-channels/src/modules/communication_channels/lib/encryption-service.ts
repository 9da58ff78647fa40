/** The part of the host's `tenantEncryptionService` that the hub uses. */
export interface TenantEncryptionService {
  getDek(tenantId: string): Promise<{ key: string } | null>
  encryptEntityPayload(
    entityId: string,
    payload: Record<string, unknown>,
    tenantId: string,
    organizationId?: string | null,
  ): Promise<Record<string, unknown>>
  decryptEntityPayload(
    entityId: string,
    payload: Record<string, unknown>,
    tenantId: string,
    organizationId?: string | null,
  ): Promise<Record<string, unknown>>
}
