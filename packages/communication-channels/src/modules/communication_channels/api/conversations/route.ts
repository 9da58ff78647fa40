import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { conversationListQuery } from '../../data/validators.ts'
import { errorBody, notFoundResponse } from '../../lib/api-errors.ts'
import { conversationView } from '../../lib/conversations/conversation-view.ts'
import { listConversations } from '../../lib/conversations/list-conversations.ts'
import { openConversationInput } from '../../lib/conversations/open-conversation.ts'
import { showConversation, shownConversation } from '../../lib/conversations/show-conversation.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'
import { runCommand } from '../../lib/run-command.ts'

export const metadata = {
  GET: { requireFeatures: ['communication_channels.view'] },
  POST: { requireFeatures: ['communication_channels.send'] },
}

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { unread, ...query } = conversationListQuery.parse(queryOf(request))
  const { db, encryption, scope, now } = await hubContext(auth)
  return Response.json(
    await listConversations(db, encryption, scope, { ...query, unread: unread === 'true' }, now),
  )
}

/** Opens the thread with a person from a number; nothing is sent. */
export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const input = openConversationInput.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const { conversationId, isNew } = await runCommand<unknown, { conversationId: string; isNew: boolean }>(
    ctx,
    'communication_channels.conversation.open',
    input,
  )
  return Response.json(await showConversation(ctx, conversationId), { status: isNew ? 201 : 200 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Conversations',
  methods: {
    GET: {
      summary: 'List conversations, newest activity first, or those first whose window closes first',
      query: conversationListQuery,
      responses: [
        {
          status: 200,
          schema: z.object({
            items: z.array(conversationView),
            nextCursor: z.string().nullable(),
            closingSoon: z.number().int(),
          }),
        },
      ],
    },
    POST: {
      summary: 'The thread with a person, from the number asked for, the one they know, or the default',
      requestBody: { schema: openConversationInput },
      responses: [
        { status: 200, description: 'It was there', schema: shownConversation },
        { status: 201, description: 'It was made', schema: shownConversation },
      ],
      errors: [
        notFoundResponse,
        { status: 422, description: 'No number can be chosen, with the reason', schema: errorBody },
      ],
    },
  },
}
