import { type Db, sql } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { isSameNumber } from '../same-number.ts'
import type { TemplateComponent } from '../templates/component.ts'
import type { AccountDetail, TemplateReference } from './account-detail.ts'

export interface KnownTemplate {
  id: string
  externalId: string
  name: string
  language: string
  /** As Graph described them last. */
  components: TemplateComponent[]
}

export interface KnownNumber {
  channelId: string
  phoneNumberId: string
  displayPhoneNumber: string
}

/** The rows of a connection that an event can be about. */
export interface KnownRows {
  templates: KnownTemplate[]
  numbers: KnownNumber[]
}

export async function selectKnownRows(
  db: Db,
  scope: Scope,
  connectionId: string,
  details: AccountDetail[],
): Promise<KnownRows> {
  const references = details.flatMap((detail) => ('template' in detail ? [detail.template] : []))
  const ids = references.flatMap(({ id }) => id ?? [])
  const names = references.flatMap(({ name }) => name ?? [])
  const own = sql`tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
    and connection_id = ${connectionId}`
  const templates = sql<KnownTemplate>`
    select id, external_id as "externalId", name, language,
           coalesce(synced_components, components) as components
    from wa_templates
    where ${own} and (external_id = any(${ids}::text[]) or name = any(${names}::text[]))`
  const numbers = sql<KnownNumber>`
    select channel_id as "channelId", phone_number_id as "phoneNumberId",
           display_phone_number as "displayPhoneNumber"
    from wa_numbers where ${own}`
  return {
    templates: references.length > 0 ? (await templates.execute(db)).rows : [],
    numbers: (await numbers.execute(db)).rows,
  }
}

/** By Meta's id, which changes when a template is made anew; then by what names it within an account. */
export function findTemplate(templates: KnownTemplate[], reference: TemplateReference): KnownTemplate | null {
  const byId = templates.find((one) => one.externalId === reference.id)
  return byId ?? templates.find((one) => isNamed(one, reference)) ?? null
}

function isNamed(template: KnownTemplate, { name, language }: TemplateReference): boolean {
  return template.name === name && template.language === language
}

export function findNumber(numbers: KnownNumber[], detail: AccountDetail): KnownNumber | null {
  if (detail.kind === 'account_alert') {
    return numbers.find((one) => one.phoneNumberId === detail.entityId) ?? null
  }
  if (detail.kind === 'number_settings') {
    return numbers.find((one) => one.phoneNumberId === detail.phoneNumberId) ?? null
  }
  const number = 'number' in detail ? detail.number : null
  if (number === null || !/\d/.test(number)) return null
  return numbers.find((one) => isSameNumber(one.displayPhoneNumber, number)) ?? null
}
