export interface TenantScope {
  tenantId: string
  organizationId: string
}

/** Services of the host, by their name in its container. */
export type Resolve = <T>(name: string) => T

/** A number or account of the business, as the provider names it. */
export interface ChannelAddress {
  channelId: string
  connectionId: string
  externalIdentifier: string
  accountIdentifier: string | null
}

export interface ConnectionInput {
  scope: TenantScope
  channel: ChannelAddress
  resolve: Resolve
}
