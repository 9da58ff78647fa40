import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../lib/api-errors.ts'
import { showConversation, shownConversation } from '../../../lib/conversations/show-conversation.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { requestReader } from '../../../lib/policy/request-reader.ts'
import { idParam } from '../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  return Response.json(
    await showConversation(await hubContext(auth), idParam(params, 'conversation'), await requestReader()),
  )
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Conversations',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'One conversation, and what may be sent in it now',
      responses: [{ status: 200, schema: shownConversation }],
      errors: [notFoundResponse],
    },
  },
}
