import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { conversationListQuery } from '../../data/validators.ts'
import { conversationView } from '../../lib/conversations/conversation-view.ts'
import { listConversations } from '../../lib/conversations/list-conversations.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { unread, ...query } = conversationListQuery.parse(queryOf(request))
  const { db, encryption, scope, now } = await hubContext(auth)
  return Response.json(
    await listConversations(db, encryption, scope, { ...query, unread: unread === 'true' }, now),
  )
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Conversations',
  methods: {
    GET: {
      summary: 'List conversations, newest activity first',
      query: conversationListQuery,
      responses: [
        {
          status: 200,
          schema: z.object({ items: z.array(conversationView), nextCursor: z.string().nullable() }),
        },
      ],
    },
  },
}
