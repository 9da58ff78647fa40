import type { EntityManager } from '@mikro-orm/postgresql'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { Resolve } from '../../adapter/connection-input.ts'
import { type Db, dbOf } from '../../db.ts'
import { describeFailure } from '../../describe-failure.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { FetchedFile } from '../../files/link/fetch-link.ts'
import type { Scope } from '../../scope.ts'
import { tellScreens } from '../tell-screens.ts'
import { holdersOf } from '../whose.ts'
import { ask } from './ask.ts'
import { callBackQueued } from './call-back.ts'
import { reply } from './reply.ts'
import { type ConsentTask, claimTasks, finishTask, putOffTask, type TaskOutcome } from './task-statements.ts'

interface TasksContext {
  em: EntityManager
  encryption: TenantEncryptionService
  resolve: Resolve
  now: () => Date
  fetchLink(link: string, maxBytes: number): Promise<FetchedFile>
}

/** So many are taken at once: few enough that they are done before the lease ends. */
const AT_ONCE = 50
/** After so many tries a task is given up: an hour and a half after the first. */
const TRIES = 10
const FIRST_PAUSE_MS = 10_000

const logger = createLogger('communication_channels.consents')

/**
 * Does what is to be done because of what people said: calls back what they do not want any more, answers and asks.
 * Repeatable at any point, by any number of processes.
 *
 * @returns how many tasks were worked on; call again until it is 0
 */
export async function workConsentTasks(ctx: TasksContext): Promise<number> {
  const tasks = await claimTasks(dbOf(ctx.em.fork()), ctx.now(), AT_ONCE)
  const stops = tasks.filter(({ kind }) => kind === 'stop_queued')
  for (const own of Map.groupBy(stops, ({ organizationId }) => organizationId).values()) {
    await attempt(ctx, own, () => callBack(ctx, own))
  }
  for (const task of tasks) {
    if (task.kind !== 'stop_queued') await attempt(ctx, [task], () => perform(ctx, task))
  }
  return tasks.length
}

async function callBack({ em, now }: TasksContext, tasks: ConsentTask[]): Promise<void> {
  await em.fork().transactional((tx) => callBackQueued(dbOf(tx), scopeOf(tasks[0]!), tasks, now()))
}

async function perform(ctx: TasksContext, task: ConsentTask): Promise<void> {
  const queue = { ...ctx, scope: scopeOf(task), now: ctx.now() }
  const outcome: TaskOutcome | null = await (task.kind === 'ask' ? ask(queue, task) : reply(queue, task))
  if (!outcome) return
  if (!('messageId' in outcome)) {
    logger.info('nobody was written to about their consent', { taskId: task.id, kind: task.kind, outcome })
  }
  await ctx.em.fork().transactional(async (tx) => {
    await finishTask(dbOf(tx), task, outcome)
    await tellOf(dbOf(tx), task)
  })
}

/** What did not follow stands in the story of whoever said it. */
async function tellOf(db: Db, task: ConsentTask): Promise<void> {
  const [contactId] = await holdersOf(db, [task.event])
  if (contactId) await tellScreens(db, task, contactId)
}

/** What is nobody's decision, as a database that is away, is tried again after a pause, each twice as long. */
async function attempt(ctx: TasksContext, tasks: ConsentTask[], work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    const reason = describeFailure(error)
    for (const task of tasks) {
      const { id: taskId, kind, attempts } = task
      const isLast = attempts >= TRIES
      logger.error('a task of consent could not be done', { taskId, kind, attempts, isLast, reason })
      await ctx.em.fork().transactional(async (tx) => {
        const db = dbOf(tx)
        if (isLast) await finishTask(db, task, { failed: reason })
        else await putOffTask(db, task, new Date(ctx.now().getTime() + pauseAfter(attempts)), reason)
        await tellOf(db, task)
      })
    }
  }
}

function pauseAfter(attempts: number): number {
  return FIRST_PAUSE_MS * 2 ** (attempts - 1)
}

function scopeOf({ tenantId, organizationId }: Scope): Scope {
  return { tenantId, organizationId }
}
