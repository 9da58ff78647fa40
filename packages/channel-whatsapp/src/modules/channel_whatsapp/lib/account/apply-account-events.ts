import { randomUUIDv7 } from 'node:crypto'
import type { ApplyAccountEventsInput } from '@open-mercato/communication-channels/modules/communication_channels/lib/adapter'
import {
  sql,
  type Timestamp,
  toDate,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import { lockConnection } from '../connections/lock-connection.ts'
import { keepQuality, type QualityPoint } from '../templates/store/quality.ts'
import { askForRereads } from '../templates/sync/ask-for-rereads.ts'
import { type AccountDetail, readDetail } from './account-detail.ts'
import { changedComponents } from './changed-components.ts'
import { type Fact, factsOf } from './facts.ts'
import { findNumber, findTemplate, type KnownRows, selectKnownRows } from './known-rows.ts'
import { severityOf } from './severity.ts'
import { subjectOf } from './subject.ts'
import { SAME_WITHIN_MS, toldApart } from './tell-apart.ts'
import { type RowFact, writeFacts } from './write-facts.ts'

export const ACCOUNT_EVENT = 'channel_whatsapp:account_event'

interface Told {
  field: string
  key: string
  at: Date
  receivedAt: Date
  channelId: string | null
  detail: AccountDetail
}

/**
 * Keeps what Meta reported in the connection's timeline, and applies what it says about rows of ours. What was kept
 * before changes nothing. Each template that something is said of is read from Graph soon, so one that was not known
 * becomes known; a number that was not read yet is left to the next reading of its account.
 */
export async function applyAccountEvents(input: ApplyAccountEventsInput): Promise<void> {
  const { db, scope, connectionId } = input
  if (!(await lockConnection(db, scope, connectionId))) return
  const keys = await keysOf(input)
  const told = input.events.map(
    ({ event, channelId, receivedAt }, index): Told => ({
      field: event.field,
      key: keys[index]!,
      at: event.occurredAt ?? receivedAt,
      receivedAt,
      channelId,
      detail: readDetail(event.detail),
    }),
  )
  const known = await selectKnownRows(
    db,
    scope,
    connectionId,
    told.map(({ detail }) => detail),
  )
  const isNew = await keep(input, onceEach(told), known)
  const news = told.filter(({ key }) => isNew.has(key))
  const facts = news.flatMap((one) => rowFacts(one, known, connectionId))
  await writeFacts(db, scope, connectionId, facts)
  await keepQuality(db, scope, connectionId, news.flatMap(qualityOf))
  await askForRereads(db, scope, connectionId, news.flatMap(templateIdOf))
}

async function keysOf({ db, scope, connectionId, events }: ApplyAccountEventsInput): Promise<string[]> {
  const reports = events.map(({ event, receivedAt }) => ({
    key: event.key,
    isTimed: event.occurredAt !== null,
    receivedAt,
  }))
  const timeless = reports.filter(({ isTimed }) => !isTimed)
  if (timeless.length === 0) return toldApart(reports, [])
  const times = timeless.map(({ receivedAt }) => receivedAt.getTime())
  // What has no time of its own occurred when it was received.
  const { rows } = await sql<{ key: string; receivedAt: Timestamp }>`
    select event_key as key, occurred_at as "receivedAt" from wa_account_events
    where connection_id = ${connectionId}
      and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}
      and occurred_at between ${new Date(Math.min(...times) - SAME_WITHIN_MS)}
                          and ${new Date(Math.max(...times) + SAME_WITHIN_MS)}
      and split_part(event_key, '@', 1) = any(${timeless.map(({ key }) => key)}::text[])
      and event_key like '%@%'
    order by occurred_at, id`.execute(db)
  return toldApart(
    reports,
    rows.map(({ key, receivedAt }) => ({ key, receivedAt: toDate(receivedAt) })),
  )
}

function onceEach(told: Told[]): Told[] {
  return [...new Map(told.toReversed().map((one) => [one.key, one])).values()]
}

/** @returns the keys of the events that were not there yet */
async function keep(
  { db, scope, connectionId, encryption }: ApplyAccountEventsInput,
  told: Told[],
  known: KnownRows,
): Promise<Set<string>> {
  const rows = await Promise.all(
    told.map(async (one) => {
      const payload = { detail: JSON.stringify(one.detail) }
      const { tenantId, organizationId } = scope
      const encrypted = await encryption.encryptEntityPayload(
        ACCOUNT_EVENT,
        payload,
        tenantId,
        organizationId,
      )
      return {
        id: randomUUIDv7(),
        channel_id: one.channelId ?? findNumber(known.numbers, one.detail)?.channelId ?? null,
        field: one.field,
        kind: one.detail.kind,
        severity: severityOf(one.detail),
        subject: subjectOf(one.detail)?.slice(0, 600).toWellFormed() ?? null,
        occurred_at: one.at.toISOString(),
        received_at: one.receivedAt.toISOString(),
        event_key: one.key,
        detail: encrypted.detail,
      }
    }),
  )
  const { rows: kept } = await sql<{ key: string }>`
    insert into wa_account_events
      (tenant_id, organization_id, connection_id, id, channel_id, field, kind, severity, subject, occurred_at,
       received_at, event_key, detail)
    select ${scope.tenantId}::uuid, ${scope.organizationId}::uuid, ${connectionId}::uuid, v.*
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as v (id uuid, channel_id uuid, field text, kind text, severity text, subject text, occurred_at timestamptz,
            received_at timestamptz, event_key text, detail text)
    on conflict (connection_id, event_key) do nothing
    returning event_key as key`.execute(db)
  return new Set(kept.map(({ key }) => key))
}

function qualityOf({ detail, at }: Told): QualityPoint[] {
  if (detail.kind !== 'template_quality' || detail.template.id === null) return []
  return [{ externalId: detail.template.id, score: detail.current, at }]
}

function templateIdOf({ detail }: Told): string[] {
  return 'template' in detail && detail.template.id !== null ? [detail.template.id] : []
}

function rowFacts({ detail, at, key }: Told, known: KnownRows, connectionId: string): RowFact[] {
  const template = 'template' in detail ? findTemplate(known.templates, detail.template) : null
  const number = findNumber(known.numbers, detail)
  const facts = factsOf(detail)
  if (detail.kind === 'template_components' && template) {
    const components = changedComponents(template.components, detail)
    facts.push({ about: 'template', fact: 'components', values: { components } })
  }
  const rowOf: Record<Fact['about'], [RowFact['table'], string | undefined]> = {
    template: ['wa_templates', template?.id],
    number: ['wa_numbers', number?.channelId],
    account: ['wa_connections', connectionId],
  }
  return facts.flatMap(({ about, fact, values }) => {
    const [table, rowId] = rowOf[about]
    return rowId === undefined ? [] : [{ table, rowId, fact, values, at, key }]
  })
}
