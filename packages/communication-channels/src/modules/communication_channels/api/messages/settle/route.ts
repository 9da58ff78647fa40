import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { settleMessagesBody } from '../../../data/validators.ts'
import { authorOf } from '../../../lib/author.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { settledMessages } from '../../../lib/outbox/settle-messages.ts'
import { runCommand } from '../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const body = settleMessagesBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const author = await authorOf(ctx.em, ctx.scope, ctx.scope.userId)
  return Response.json(await runCommand(ctx, 'communication_channels.message.settle', { ...body, author }))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Messages',
  methods: {
    POST: {
      summary: 'Decide about messages whose answer was lost: send them again, or leave them',
      description:
        'Sent again, a customer may get a message twice; left, never. What cannot be done for one of them is answered ' +
        'under skipped and keeps none of the others: one that is unknown for less than five minutes is too_early, one ' +
        'whose status came is settled_meanwhile. Asked for again, it is answered the same.',
      requestBody: { schema: settleMessagesBody },
      responses: [{ status: 200, schema: settledMessages }],
    },
  },
}
