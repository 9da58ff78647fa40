import type { Context } from 'hono'
import { z } from 'zod'
import {
  type BlockEntry,
  blockedUsers,
  blockUsers,
  type Failed,
  unblockUsers,
} from '../actions/block-users.ts'
import { MOST_AT_ONCE } from '../rules/block-list.ts'
import { waId } from '../world/customer.ts'
import { userIdIn } from '../world/user-id.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError, graphErrorBody } from './graph-error.ts'
import { pageOf } from './paging.ts'
import { managedNumber } from './token.ts'

type Listed = { id?: never; messaging_product: 'whatsapp'; wa_id?: string; user_id?: string }

const entry = z.union([z.object({ user: z.string().min(1) }), z.object({ user_id: z.string().min(1) })])

/** `POST /{phone-number-id}/block_users`: each for itself; where one is refused, all is answered with 139100. */
export function postBlockUsers(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  const { done, failed } = blockUsers(c.get('simulation'), owner, readEntries(c))
  const block_users = {
    added_users: done,
    ...(failed.length > 0 ? { failed_users: failed.map(failedUser) } : {}),
  }
  const answer = { messaging_product: 'whatsapp', block_users }
  if (failed.length === 0) return c.json(answer)
  const error = new GraphError(139100, {
    title: 'Failed to block/unblock users',
    details: 'Failed to block some users, see the block_users response list for details',
  })
  return c.json({ ...answer, ...graphErrorBody(error, c.get('traceId')) }, 400)
}

/** `DELETE /{phone-number-id}/block_users` */
export function deleteBlockUsers(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  const removed_users = unblockUsers(c.get('simulation'), owner, readEntries(c))
  return c.json({ messaging_product: 'whatsapp', block_users: { removed_users } })
}

/** `GET /{phone-number-id}/block_users` */
export function getBlockUsers(c: Context<GraphEnv>): Response {
  const owner = managedNumber(c)
  const people = blockedUsers(c.get('simulation'), owner).map((customer): Listed => {
    const phone = waId(customer)
    const userId = userIdIn(owner.account.portfolio, customer)
    return { messaging_product: 'whatsapp', ...(phone ? { wa_id: phone } : { user_id: userId }) }
  })
  return c.json(pageOf(people, new URL(c.req.url)))
}

function readEntries(c: Context<GraphEnv>): BlockEntry[] {
  const body = c.get('parameters')
  if (body.messaging_product !== 'whatsapp')
    throw new GraphError(100, { title: 'The parameter messaging_product is required.' })
  const entries = z.array(entry).min(1).safeParse(body.block_users)
  if (!entries.success) throw new GraphError(100, { title: 'The parameter block_users is required.' })
  if (entries.data.length > MOST_AT_ONCE) throw new GraphError(130429)
  return entries.data
}

function failedUser({ problem, ...named }: Failed) {
  const { code, message, details } = problem
  return { ...named, errors: [{ message, code, error_data: { details } }] }
}
