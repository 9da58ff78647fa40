import type { EntityManager } from '@mikro-orm/postgresql'
import { Organization } from '@open-mercato/core/modules/directory/data/entities'
import { findOneWithDecryption } from '@open-mercato/shared/lib/encryption/find'
import type { Scope } from '../scope.ts'
import type { KnownPerson } from './known-person.ts'
import type { NotificationData } from './notification-value.ts'

/** What a notification may name without its caller giving it. What is not known is not there. */
export async function knownFacts(
  em: EntityManager,
  scope: Scope,
  person: KnownPerson | null,
): Promise<NotificationData> {
  const { name = null, phone = null } = person ?? {}
  const facts = {
    contact_first_name: name?.split(/\s+/)[0],
    contact_name: name,
    contact_phone: phone,
    business_name: await businessName(em, scope),
  }
  return Object.fromEntries(Object.entries(facts).flatMap(([key, fact]) => (fact ? [[key, fact]] : [])))
}

/** As the host knows the organisation. */
async function businessName(
  em: EntityManager,
  { tenantId, organizationId }: Scope,
): Promise<string | undefined> {
  const where = { id: organizationId, tenant: tenantId }
  const scope = { tenantId, organizationId }
  const organization = await findOneWithDecryption(em.fork(), Organization, where, undefined, scope)
  return organization?.name.trim()
}
