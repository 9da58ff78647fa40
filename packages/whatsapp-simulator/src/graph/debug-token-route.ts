import type { Context } from 'hono'
import { scopesOf } from '../accounts/account.ts'
import type { GraphEnv } from './graph-env.ts'
import { GraphError } from './graph-error.ts'
import { findCaller } from './token.ts'

/** `GET /debug_token?input_token=`: what a token may do; of another app's token only that it is not valid here. */
export function getDebugToken(c: Context<GraphEnv>): Response {
  const input = c.req.query('input_token')
  if (!input) throw new GraphError(100, { title: 'The parameter input_token is required.' })
  const { account, accounts } = c.get('caller')
  const inspected = findCaller(accounts, input)
  if (!inspected) {
    return c.json({
      data: { is_valid: false, scopes: [], error: { code: 190, message: 'Invalid OAuth access token.' } },
    })
  }
  const scopes = inspected.kind === 'user' ? scopesOf(account) : []
  return c.json({
    data: {
      app_id: account.appId,
      type: inspected.kind === 'user' ? 'SYSTEM_USER' : 'APP',
      application: account.appName,
      is_valid: true,
      data_access_expires_at: 0,
      expires_at: 0,
      scopes,
      granular_scopes: scopes.map((scope) => ({
        scope,
        target_ids: inspected.accounts.map(({ wabaId }) => wabaId),
      })),
    },
  })
}
