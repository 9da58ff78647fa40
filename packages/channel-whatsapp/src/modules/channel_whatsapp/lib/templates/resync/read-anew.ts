import type { EntityManager } from '@mikro-orm/postgresql'
import type { ConnectionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import {
  type Db,
  databaseNow,
  dbOf,
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { lockConnection } from '../../connections/lock-connection.ts'
import type { GraphAccess } from '../../credentials.ts'
import { requestGraph } from '../../graph/graph-client.ts'
import { type GraphTemplate, templatePages } from '../../graph/list-templates.ts'
import type { Template } from '../component.ts'
import { removeTemplate } from '../store/remove-templates.ts'
import { isSameForm, type TemplateForm } from '../store/template-form.ts'
import { upsertTemplates } from '../store/upsert-templates.ts'
import { requireSameAccount } from '../sync/same-account.ts'
import { tellTemplatesChanged } from '../templates-changed.ts'

/** A sender waits for it, and has a message to send after it (`send-content.ts`). */
const READ_WITHIN_MS = 6_000
/** Graph looks for names that contain what it is asked for; whose name is a part of hundreds waits for the next sync. */
const MOST_PAGES = 2

export interface ReadAnew {
  /** As Meta has it now; null where it has none. */
  template: Template | null
  /** Whether that is something else than we knew. */
  isNews: boolean
  /** Whether it is for something else now: then what was decided about its messages was about another template. */
  isOtherCategory: boolean
  /** Whether it was read after the refusal, and not shortly before it. */
  isFresh: boolean
}

interface Wanted extends ConnectionInput {
  access: GraphAccess
  name: string
  language: string
}

/** Asks Graph for one template and keeps it as it is now. */
export async function readAnew(wanted: Wanted): Promise<ReadAnew> {
  const { scope, channel, resolve, name, language } = wanted
  const em = resolve<EntityManager>('em').fork()
  const askedAt = await databaseNow(dbOf(em))
  const businessAccountId = accountOf(channel)
  const told = await ask(wanted, businessAccountId)
  const read = await em.transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, scope, channel.connectionId)
    await requireSameAccount(db, scope, { id: channel.connectionId, businessAccountId })
    const before = await findStored(db, scope, channel.connectionId, name, language)
    if (told) await upsertTemplates(db, scope, channel.connectionId, [told], askedAt)
    else if (before && toDate(before.syncedAt) < askedAt)
      await removeTemplate(db, scope, channel.connectionId, before.externalId, askedAt)
    const after = await findStored(db, scope, channel.connectionId, name, language)
    const isOtherCategory = before !== null && after !== null && before.category !== after.category
    return { template: after, isNews: !isSame(before, after), isOtherCategory, isFresh: true }
  })
  if (read.isNews) await tellTemplatesChanged(scope, channel.connectionId)
  return read
}

async function ask(
  { access, name, language }: Wanted,
  businessAccountId: string,
): Promise<GraphTemplate | null> {
  const narrowed = `&name=${encodeURIComponent(name)}&language=${encodeURIComponent(language)}`
  const until = performance.now() + READ_WITHIN_MS
  const get = (path: string) => {
    const timeoutMs = Math.max(1, Math.round(until - performance.now()))
    return requestGraph(access, { method: 'GET', path: path + narrowed, timeoutMs })
  }
  let pages = 0
  for await (const { templates } of templatePages(get, businessAccountId)) {
    const found = templates.find((one) => one.name === name && one.language === language)
    if (found) return found
    if (++pages === MOST_PAGES) throw new Error('The template is not among the first that Graph lists')
  }
  return null
}

function accountOf({ accountIdentifier }: Wanted['channel']): string {
  if (!accountIdentifier) throw new Error('The account of the number is not known')
  return accountIdentifier
}

interface StoredTemplate extends Template, Pick<TemplateForm, 'parameterFormat'> {
  externalId: string
  syncedAt: Timestamp
}

async function findStored(
  db: Db,
  { tenantId, organizationId }: Scope,
  connectionId: string,
  name: string,
  language: string,
): Promise<StoredTemplate | null> {
  const { rows } = await sql<StoredTemplate>`
    select id, external_id as "externalId", name, language, category, status,
           parameter_format as "parameterFormat", components, synced_at as "syncedAt"
    from wa_templates
    where tenant_id = ${tenantId} and organization_id = ${organizationId}
      and connection_id = ${connectionId} and name = ${name} and language = ${language}`.execute(db)
  return rows[0] ?? null
}

function isSame(before: StoredTemplate | null, after: StoredTemplate | null): boolean {
  if (!before || !after) return before === after
  return before.externalId === after.externalId && before.status === after.status && isSameForm(before, after)
}
