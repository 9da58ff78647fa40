import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { type MessageView, messageView } from '../../../../lib/messages/message-view.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const messageId = idParam(params, 'message')
  const { message } = await runCommand<unknown, { message: MessageView }>(
    await hubContext(auth),
    'communication_channels.message.cancel',
    { messageId },
  )
  return Response.json({ message })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Messages',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Call a message back that has not left yet',
      description: 'Asked for again, it is answered the same.',
      responses: [{ status: 200, schema: z.object({ message: messageView }) }],
      errors: [
        notFoundResponse,
        { status: 409, description: 'It is leaving, or has left', schema: errorBody },
      ],
    },
  },
}
