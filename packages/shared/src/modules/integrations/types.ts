export type IntegrationCategory =
  | 'payment'
  | 'shipping'
  | 'data_sync'
  | 'communication'
  | 'webhook'
  | 'storage'
  | 'other'

export type IntegrationHubId =
  | 'payment_gateways'
  | 'shipping_carriers'
  | 'data_sync'
  | 'communication_channels'
  | 'webhook_endpoints'
  | 'storage_hubs'
  | (string & {})

export interface CredentialFieldOption {
  value: string
  label: string
}

export interface CredentialFieldVisibleWhen {
  field: string
  equals: string | number | boolean
}

export interface IntegrationCredentialWebhookHelp {
  kind: 'webhook_setup'
  title: string
  summary: string
  endpointPath: string
  dashboardPathLabel: string
  steps: string[]
  events?: string[]
  localDevelopment?: { tunnelCommand: string; publicUrlExample: string; note?: string }
}

export interface IntegrationCredentialFieldBase {
  key: string
  label: string
  required?: boolean
  placeholder?: string
  helpText?: string
  helpDetails?: IntegrationCredentialWebhookHelp
  visibleWhen?: CredentialFieldVisibleWhen
}

export interface IntegrationCredentialFieldText extends IntegrationCredentialFieldBase {
  type: 'text' | 'secret' | 'url'
}

export interface IntegrationCredentialFieldBoolean extends IntegrationCredentialFieldBase {
  type: 'boolean'
}

export interface IntegrationCredentialFieldSelect extends IntegrationCredentialFieldBase {
  type: 'select'
  options: CredentialFieldOption[]
}

export type IntegrationCredentialField =
  | IntegrationCredentialFieldText
  | IntegrationCredentialFieldBoolean
  | IntegrationCredentialFieldSelect

export type CredentialFieldType = IntegrationCredentialField['type']

export interface IntegrationCredentialsSchema {
  fields: IntegrationCredentialField[]
}

export interface ApiVersionDefinition {
  id: string
  label: string
  status: 'stable' | 'deprecated' | 'experimental'
  default?: boolean
  changelog?: string
  deprecatedAt?: string
  sunsetAt?: string
  migrationGuide?: string
}

export type IntegrationDetailBuiltInTab = 'credentials' | 'version' | 'health' | 'logs' | 'data-sync-schedule'

export interface IntegrationDetailPageConfig {
  widgetSpotId?: string
  hiddenTabs?: IntegrationDetailBuiltInTab[]
}

export interface IntegrationDefaultStateConfig {
  isEnabled?: boolean
}

/** `service` is the DI name of an object with `check(credentials, scope)`. */
export interface IntegrationHealthCheckConfig {
  service: string
}

export interface IntegrationDefinition {
  id: string
  title: string
  icon?: string
  description?: string
  category?: IntegrationCategory | (string & {})
  hub?: IntegrationHubId
  providerKey?: string
  bundleId?: string
  docsUrl?: string
  package?: string
  version?: string
  author?: string
  company?: string
  license?: string
  tags?: string[]
  apiVersions?: ApiVersionDefinition[]
  detailPage?: IntegrationDetailPageConfig
  defaultState?: IntegrationDefaultStateConfig
  credentials?: IntegrationCredentialsSchema
  healthCheck?: IntegrationHealthCheckConfig
  buildExternalUrl?(externalId: string): string
}

export interface IntegrationBundle {
  id: string
  title: string
  description: string
  icon?: string
  package?: string
  version?: string
  author?: string
  credentials: IntegrationCredentialsSchema
  healthCheck?: IntegrationHealthCheckConfig
}

export interface IntegrationScope {
  tenantId: string
  organizationId: string
  userId?: string | null
}

const integrations = new Map<string, IntegrationDefinition>()
const bundles = new Map<string, IntegrationBundle>()

/** A definition with a known id takes the place of the earlier one. */
export function registerIntegrations(definitions: IntegrationDefinition[]): void {
  for (const definition of definitions) integrations.set(definition.id, definition)
}

export function registerIntegration(definition: IntegrationDefinition): void {
  registerIntegrations([definition])
}

export function registerBundles(definitions: IntegrationBundle[]): void {
  for (const definition of definitions) bundles.set(definition.id, definition)
}

export function clearRegisteredIntegrations(): void {
  integrations.clear()
  bundles.clear()
}

export function getIntegration(id: string): IntegrationDefinition | undefined {
  return integrations.get(id)
}

export function getAllIntegrations(): IntegrationDefinition[] {
  return [...integrations.values()]
}

export function getBundle(id: string): IntegrationBundle | undefined {
  return bundles.get(id)
}

/** An integration's own fields, else its bundle's. */
export function resolveIntegrationCredentialsSchema(id: string): IntegrationCredentialsSchema | undefined {
  const integration = integrations.get(id)
  if (integration?.credentials) return integration.credentials
  return integration?.bundleId ? bundles.get(integration.bundleId)?.credentials : undefined
}

export function getIntegrationTitle(id: string): string {
  return integrations.get(id)?.title ?? id
}

export function buildIntegrationDetailWidgetSpotId(id: string): string {
  return `integrations.detail:${id}`
}
