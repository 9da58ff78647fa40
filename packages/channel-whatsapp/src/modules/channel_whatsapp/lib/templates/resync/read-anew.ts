import type { EntityManager } from '@mikro-orm/postgresql'
import type { ConnectionInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/connection-input'
import {
  type Db,
  dbOf,
  sql,
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
import { tellTemplatesChanged } from '../templates-changed.ts'

/** A sender waits for it, and has to be done before its lease ends (`begin-messages.ts` of the hub: 40 seconds). */
const TIMEOUT_MS = 5_000

export interface ReadAnew {
  /** As Meta has it now; null where it has none. */
  template: Template | null
  /** Whether that is something else than we knew. */
  isNews: boolean
}

interface Wanted extends ConnectionInput {
  access: GraphAccess
  name: string
  language: string
}

/** Asks Graph for one template and keeps it as it is now. */
export async function readAnew(wanted: Wanted): Promise<ReadAnew> {
  const { scope, channel, resolve, name, language } = wanted
  const askedAt = new Date()
  const told = await ask(wanted)
  const em = resolve<EntityManager>('em').fork()
  const read = await em.transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, scope, channel.connectionId)
    const before = await findStored(db, scope, channel.connectionId, name, language)
    if (told) await upsertTemplates(db, scope, channel.connectionId, [told], askedAt)
    else if (before) await removeTemplate(db, scope, channel.connectionId, before.externalId, askedAt)
    const after = told ? await findStored(db, scope, channel.connectionId, name, language) : null
    return { template: after, isNews: !isSame(before, after) }
  })
  if (read.isNews) await tellTemplatesChanged(scope, channel.connectionId)
  return read
}

/** Graph looks for names that contain what it is asked for. */
async function ask({ access, channel, name, language }: Wanted): Promise<GraphTemplate | null> {
  const narrowed = `&name=${encodeURIComponent(name)}&language=${encodeURIComponent(language)}`
  const get = (path: string) =>
    requestGraph(access, { method: 'GET', path: path + narrowed, timeoutMs: TIMEOUT_MS })
  if (!channel.accountIdentifier) throw new Error('The account of the number is not known')
  for await (const { templates } of templatePages(get, channel.accountIdentifier)) {
    const found = templates.find((one) => one.name === name && one.language === language)
    if (found) return found
  }
  return null
}

interface StoredTemplate extends Template, Pick<TemplateForm, 'parameterFormat'> {
  externalId: string
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
           parameter_format as "parameterFormat", components
    from wa_templates
    where tenant_id = ${tenantId} and organization_id = ${organizationId}
      and connection_id = ${connectionId} and name = ${name} and language = ${language}`.execute(db)
  return rows[0] ?? null
}

function isSame(before: StoredTemplate | null, after: StoredTemplate | null): boolean {
  if (!before || !after) return before === after
  return before.externalId === after.externalId && before.status === after.status && isSameForm(before, after)
}
