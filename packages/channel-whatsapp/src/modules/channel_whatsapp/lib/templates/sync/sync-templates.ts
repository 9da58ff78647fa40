import {
  type Db,
  dbOf,
  sql,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { ConnectionRow } from '../../connections/connection-statements.ts'
import { lockConnection } from '../../connections/lock-connection.ts'
import { troubleInWords } from '../../connections/trouble-in-words.ts'
import type { GraphAccess } from '../../credentials.ts'
import { callGraph } from '../../graph/graph-client.ts'
import { type GraphTemplate, templatePages } from '../../graph/list-templates.ts'
import type { ProviderContext } from '../../provider-context.ts'
import { removeMissing, selectMissing } from '../store/remove-templates.ts'
import { keyOf } from '../store/template-form.ts'
import { upsertTemplates } from '../store/upsert-templates.ts'
import { tellTemplatesChanged } from '../templates-changed.ts'
import { WAITS_FOR_META, waitAfter, waitsForMeta } from './after-trouble.ts'
import { askForRereads } from './ask-for-rereads.ts'
import {
  endRun,
  failRun,
  forgetOldRuns,
  type HeldRun,
  putRunOff,
  RunLost,
  writeProgress,
} from './hold-run.ts'
import { type Patience, patiently } from './patiently.ts'
import { requireSameAccount } from './same-account.ts'

/** An open page is told of progress no oftener. */
const TELL_EVERY_MS = 1000

/** Each is a call, and Meta allows an account that is new 200 an hour (`work-rereads.ts`). */
const DOUBTS_EVERY_MS = 60_000

export interface SyncClock extends Patience {
  now(): Date
}

/** What reads the templates of one connection. */
export interface Reading extends Pick<ProviderContext, 'em' | 'db'> {
  connection: Pick<ConnectionRow, 'id' | 'businessAccountId'>
  access: GraphAccess
  clock: SyncClock
}

/**
 * Reads all templates of an account, to the last page, and only then applies them all at once: cut off anywhere, it leaves
 * the templates as they were.
 *
 * @returns whether it is done; if not, it is begun anew later
 * @throws what makes another attempt vain; the run has ended by then
 */
export async function syncTemplates(reading: Reading, run: HeldRun): Promise<boolean> {
  const { db, connection, clock } = reading
  const askedAt = clock.now()
  const progress = { pagesRead: 0 }
  try {
    const list = await readAll(reading, run, progress)
    await apply(reading, run, list, askedAt)
    return true
  } catch (error) {
    if (error instanceof RunLost) return false
    const words = waitsForMeta(error)
      ? WAITS_FOR_META
      : troubleInWords(error, 'The templates could not be kept.')
    const wait = waitAfter(error, { attempt: run.attempt, ...progress })
    if (wait !== null) {
      await unlessLost(putRunOff(db, run, words, new Date(clock.now().getTime() + wait)))
      return false
    }
    await unlessLost(failRun(db, run, words, clock.now()))
    throw error
  } finally {
    await tellTemplatesChanged(run.scope, connection.id)
  }
}

interface ReadList {
  templates: GraphTemplate[]
  /** How many Graph counts; null where it does not say. */
  expected: number | null
}

async function readAll(
  { db, connection, access, clock }: Reading,
  run: HeldRun,
  progress: { pagesRead: number },
): Promise<ReadList> {
  const get = (path: string) => patiently(clock, () => callGraph(access, 'GET', path))
  const read: GraphTemplate[] = []
  let expected: number | null = null
  let toldAt = 0
  for await (const page of templatePages(get, connection.businessAccountId)) {
    read.push(...page.templates)
    expected = page.expected ?? expected
    progress.pagesRead++
    const now = clock.now()
    await writeProgress(db, run, { read: read.length, expected, limit: page.limit }, now)
    if (now.getTime() - toldAt < TELL_EVERY_MS) continue
    toldAt = now.getTime()
    await tellTemplatesChanged(run.scope, connection.id)
  }
  return { templates: read, expected }
}

/** @param askedAt before the first page was: what webhooks told since counts */
function apply(
  { em, connection, clock }: Reading,
  run: HeldRun,
  { templates, expected }: ReadList,
  askedAt: Date,
): Promise<void> {
  const isWhole = new Set(templates.map(keyOf)).size >= (expected ?? 1)
  return em.fork().transactional(async (tx) => {
    const db = dbOf(tx)
    await lockConnection(db, run.scope, connection.id)
    await requireSameAccount(db, run.scope, connection)
    const { added, changed } = await upsertTemplates(db, run.scope, connection.id, templates, askedAt)
    const removed = isWhole
      ? await removeMissing(db, run.scope, connection.id, templates, askedAt)
      : await doubtMissing(db, run, templates, askedAt)
    await endRun(db, run, { added, changed, removed }, clock.now())
    await forgetOldRuns(db, run, clock.now())
    await writeSynced(db, run, askedAt)
  })
}

/**
 * Of a list that is shorter than Graph counts, or empty and not counted, nobody knows which are gone: each that it lacks is
 * asked for by itself.
 */
async function doubtMissing(
  db: Db,
  { scope, connectionId }: HeldRun,
  templates: GraphTemplate[],
  askedAt: Date,
): Promise<number> {
  const missing = await selectMissing(db, scope, connectionId, templates, askedAt)
  await askForRereads(db, scope, connectionId, missing, DOUBTS_EVERY_MS)
  return 0
}

async function writeSynced(db: Db, { scope, connectionId }: HeldRun, at: Date): Promise<void> {
  await sql`
    update wa_connections set templates_synced_at = ${at}
    where id = ${connectionId} and tenant_id = ${scope.tenantId} and organization_id = ${scope.organizationId}`.execute(
    db,
  )
}

async function unlessLost(written: Promise<void>): Promise<void> {
  await written.catch((error: unknown) => {
    if (!(error instanceof RunLost)) throw error
  })
}
