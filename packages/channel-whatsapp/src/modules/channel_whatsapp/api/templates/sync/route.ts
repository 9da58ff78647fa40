import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../lib/provider-context.ts'
import { type SyncRun, syncRun } from '../../../lib/templates/sync/sync-run.ts'

export const metadata = { POST: { requireFeatures: ['channel_whatsapp.templates.manage'] } }

const syncBody = z.object({ connectionId: z.uuid() })

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const body = syncBody.parse(await readJsonSafe(request))
  const ctx = await routeContext(auth)
  const sync = await runCommand<unknown, SyncRun>(ctx, 'channel_whatsapp.templates.sync', body)
  return Response.json({ sync }, { status: 202 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    POST: {
      summary: 'Have all templates of an account read anew from Meta',
      description:
        'Where that is under way already, the answer is that sync. How far it is, the accounts tell.',
      requestBody: { schema: syncBody },
      responses: [{ status: 202, schema: z.object({ sync: syncRun }) }],
    },
  },
}
