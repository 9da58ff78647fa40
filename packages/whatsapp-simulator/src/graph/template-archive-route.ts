import type { Context } from 'hono'
import { archiveTemplates } from '../actions/archive-templates.ts'
import type { GraphEnv } from './graph-env.ts'
import { ownAccount } from './lists-route.ts'
import { templateIds } from './template-ids.ts'

/**
 * `POST /{waba-id}/message_templates/archive` and `…/unarchive` with `hsm_ids`. Meta has both at api.facebook.com; here
 * they are where everything else is.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/template-management
 */
export function postArchive(c: Context<GraphEnv>): Response {
  const account = ownAccount(c)
  const act = c.req.param('act') as 'archive' | 'unarchive'
  const ids = templateIds(c.get('parameters').hsm_ids ?? '')
  const { done, failed } = archiveTemplates(c.get('simulation'), account, act, ids)
  return c.json({ [`${act}d_templates`]: done, failed_templates: failed })
}
