import type { Db } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import type { GraphTemplate } from '../../graph/list-templates.ts'
import { isKept, type KnownTemplate, selectKnown } from './known-templates.ts'
import { keepQuality } from './quality.ts'
import { isSameForm, keyOf } from './template-form.ts'
import { rowOf } from './template-row.ts'
import { keepVersions } from './versions.ts'
import { touchTemplates, type WrittenTemplate, writeTemplates } from './write-templates.ts'

/**
 * Keeps templates as Meta has them, with a version of each form and a point of each quality. The caller holds the
 * connection (`lock-connection.ts`).
 *
 * @param at when Meta was asked; what a webhook told since counts
 */
export async function upsertTemplates(
  db: Db,
  scope: Scope,
  connectionId: string,
  templates: GraphTemplate[],
  at: Date,
): Promise<{ added: number; changed: number }> {
  // Each once: a list that changes while its pages are read can give one twice, and no statement takes a key twice.
  const unique = new Map(templates.map((one) => [keyOf(one), one]))
  const known = await selectKnown(db, scope, connectionId, [...unique.values()])
  const told = factsTold([...unique.values()])
  const rows = [...unique.values()].map(rowOf)
  const { same = [], other = [] } = Object.groupBy(rows, (row) =>
    isKept(known.get(keyOf(row)), row, told) ? 'same' : 'other',
  )
  await touchTemplates(db, scope, connectionId, same, at)
  if (other.length === 0) return { added: 0, changed: 0 }
  const written = await writeTemplates(db, scope, connectionId, other, told, at)
  await keepVersions(db, scope, connectionId, written, { source: 'synced', author: null, at })
  const points = other.flatMap((row) => qualityOf(unique.get(keyOf(row))!, at))
  await keepQuality(db, scope, connectionId, points)
  const before = written.map((after) => ({ after, was: known.get(keyOf(after)) }))
  return {
    added: before.filter(({ was }) => !was).length,
    changed: before.filter(({ was, after }) => was && !isSame(was, after)).length,
  }
}

/** As far as somebody would call it a change. */
function isSame(was: KnownTemplate, after: WrittenTemplate): boolean {
  return (
    isSameForm({ ...was, parameterFormat: was.parameter_format }, after) &&
    was.status === after.status &&
    was.quality_score === after.qualityScore &&
    was.rejected_reason === after.rejectedReason &&
    was.correct_category === after.correctCategory
  )
}

/** What Graph was asked for and answered, if only with nothing; the rest stays as it is. */
function factsTold([first]: GraphTemplate[]): (keyof GraphTemplate)[] {
  if (!first) return []
  return (Object.keys(first) as (keyof GraphTemplate)[]).filter((name) => first[name] !== undefined)
}

function qualityOf({ id, quality_score }: GraphTemplate, at: Date) {
  if (!quality_score?.score) return []
  const { score, date } = quality_score
  return [{ externalId: id, score, at: date ? new Date(date * 1000) : at }]
}
