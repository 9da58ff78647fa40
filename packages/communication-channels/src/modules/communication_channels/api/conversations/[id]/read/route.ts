import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const conversationId = idParam(params, 'conversation')
  await runCommand(await hubContext(auth), 'communication_channels.conversation.mark_read', {
    conversationId,
  })
  return Response.json({ unreadCount: 0 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Conversations',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Mark a conversation as read by staff',
      responses: [{ status: 200, schema: z.object({ unreadCount: z.literal(0) }) }],
      errors: [notFoundResponse],
    },
  },
}
