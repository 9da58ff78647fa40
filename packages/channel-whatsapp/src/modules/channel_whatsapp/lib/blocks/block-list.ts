import { z } from 'zod'
import type { GraphAccess } from '../credentials.ts'
import { callGraph } from '../graph/graph-client.ts'
import { GraphError } from '../graph/graph-error.ts'
import { listAll } from '../graph/list-all.ts'

/** As Meta names somebody: by the digits of their number, or by their user id. */
export type BlockedUser = { user: string } | { user_id: string }

/** Meta's own words about each; the number as it was given in `input` may be missing. */
const failure = z.object({
  code: z.coerce.number(),
  message: z.string().catch(''),
  error_data: z
    .object({ details: z.string().nullish().catch(null) })
    .nullish()
    .catch(null),
})
const refused = z.object({
  block_users: z.object({ failed_users: z.array(z.object({ errors: z.array(failure).min(1) })).min(1) }),
})

/** Some were refused, or all; who, and for what, stands beside this code. */
const SOME_REFUSED = 139100

/** https://developers.facebook.com/documentation/business-messaging/whatsapp/block-users */
const MOST_AT_ONCE = 1_000

/**
 * Puts people on the number's list of those who cannot write to it, or takes them off it.
 *
 * @throws GraphError, where people were refused with the code of the first of them; GraphUnreachable
 */
export async function changeBlockList(
  access: GraphAccess,
  phoneNumberId: string,
  change: 'block' | 'unblock',
  users: BlockedUser[],
): Promise<void> {
  const method = change === 'block' ? 'POST' : 'DELETE'
  for (let from = 0; from < users.length; from += MOST_AT_ONCE) {
    const block_users = users.slice(from, from + MOST_AT_ONCE)
    const body = { messaging_product: 'whatsapp', block_users }
    try {
      refuseFailed(200, await callGraph(access, method, `${phoneNumberId}/block_users`, body))
    } catch (error) {
      if (error instanceof GraphError && error.code === SOME_REFUSED) {
        refuseFailed(error.httpStatus, error.answer)
      }
      throw error
    }
  }
}

function refuseFailed(httpStatus: number, answer: unknown): void {
  const parsed = refused.safeParse(answer)
  if (!parsed.success) return
  const { code, message, error_data } = parsed.data.block_users.failed_users[0]!.errors[0]!
  throw new GraphError(httpStatus, code, message, error_data?.details ?? null)
}

const person = z.object({ wa_id: z.string().nullish(), user_id: z.string().nullish() })
/** Meta's guide and its description of the API differ in whether people stand in a list of their own. */
const listed = z.union([z.object({ block_users: z.array(person) }), person])

/** At most the first 10,000, of up to 64,000. */
export async function readBlockList(
  access: GraphAccess,
  phoneNumberId: string,
): Promise<{ phone: string | null; userId: string | null }[]> {
  const entries = await listAll(access, `${phoneNumberId}/block_users?`, listed)
  return entries
    .flatMap((entry) => ('block_users' in entry ? entry.block_users : [entry]))
    .map(({ wa_id, user_id }) => ({ phone: wa_id ? `+${wa_id}` : null, userId: user_id ?? null }))
}
