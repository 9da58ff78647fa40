import type { EntityManager } from '@mikro-orm/postgresql'
import type { NotificationRequest } from '../adapter/template-candidate.ts'
import { dbOf } from '../db.ts'
import type { TenantEncryptionService } from '../encryption-service.ts'
import type { NotificationIntent } from '../policy/notification-intent.ts'
import type { Scope } from '../scope.ts'
import { readSettings } from '../settings/settings.ts'
import { knownFacts } from './known-facts.ts'
import { findPerson, languageOf } from './known-person.ts'
import { languagesToTry } from './languages.ts'

/** A notification as the provider is asked for it: with what the hub knows of the person; the caller's word stands before that. */
export async function notificationRequest(
  { em, encryption, scope }: { em: EntityManager; encryption: TenantEncryptionService; scope: Scope },
  conversationId: string | null,
  { name, language, fallbackLanguage, data }: NotificationIntent,
): Promise<NotificationRequest> {
  const db = dbOf(em.fork())
  const [person, { defaultLanguage }] = await Promise.all([
    conversationId ? findPerson(db, encryption, scope, conversationId) : null,
    readSettings(db, scope),
  ])
  const [facts, theirs] = await Promise.all([
    knownFacts(em, scope, person),
    language ?? (person && languageOf(db, scope, person.contactId)),
  ])
  const languages = languagesToTry({
    person: theirs,
    standard: defaultLanguage,
    fallback: fallbackLanguage ?? null,
  })
  return { name, languages, data: { ...facts, ...data } }
}
