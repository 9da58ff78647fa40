import type { EntityManager } from '@mikro-orm/postgresql'
import type {
  DescribeTemplatesInput,
  NotificationInput,
  TemplateCandidate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter/template-candidate'
import { dbOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { candidatesFor } from './for-notification.ts'
import { findMapping } from './mapping/mapping-statements.ts'
import { describeTemplate, missingTemplate } from './template-candidate.ts'
import { findTemplates, findTemplatesNamed } from './template-statements.ts'

/** @returns one for each that is asked about, in that order */
export async function describeTemplates(input: DescribeTemplatesInput): Promise<TemplateCandidate[]> {
  const { scope, channel, templates, resolve } = input
  if (templates.length === 0) return []
  const db = dbOf(resolve<EntityManager>('em').fork())
  const found = await findTemplates(db, scope, channel.connectionId, templates)
  const known = new Map(found.map((one) => [keyOf(one), describeTemplate(one)]))
  return templates.map((one) => known.get(keyOf(one)) ?? missingTemplate(one.name, one.language))
}

function keyOf({ name, language }: { name: string; language: string }): string {
  return JSON.stringify([name, language])
}

/** A notification has the name of the templates that carry it, one for each language. */
export async function templatesFor(input: NotificationInput): Promise<TemplateCandidate[]> {
  const { scope, channel, notification, resolve } = input
  const db = dbOf(resolve<EntityManager>('em').fork())
  const templates = await findTemplatesNamed(db, scope, channel.connectionId, notification.name)
  if (templates.length === 0) return []
  const mapping = await findMapping(db, scope, channel.connectionId, notification.name)
  return candidatesFor(notification, templates, mapping)
}
