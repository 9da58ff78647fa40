import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { idempotencyKeyHeader, messageListQuery, sendMessageBody } from '../../../../data/validators.ts'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { authorOf } from '../../../../lib/author.ts'
import { findConversation } from '../../../../lib/conversations/list-conversations.ts'
import { notFound } from '../../../../lib/errors.ts'
import { hubContext, queryOf } from '../../../../lib/hub-context.ts'
import { listMessages } from '../../../../lib/messages/list-messages.ts'
import { messageView } from '../../../../lib/messages/message-view.ts'
import type { QueuedMessage } from '../../../../lib/outbox/earlier-request.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = {
  GET: { requireFeatures: ['communication_channels.view'] },
  POST: { requireFeatures: ['communication_channels.send'] },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const conversationId = idParam(params, 'conversation')
  const page = messageListQuery.parse(queryOf(request))
  const { db, encryption, scope, now } = await hubContext(auth)
  const conversation = await findConversation(db, scope, conversationId)
  if (!conversation) throw notFound('conversation')
  return Response.json(await listMessages(db, encryption, scope, conversation.id, page, now))
}

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const conversationId = idParam(params, 'conversation')
  const headers = z.object({ 'idempotency-key': idempotencyKeyHeader })
  const { 'idempotency-key': idempotencyKey } = headers.parse({
    'idempotency-key': request.headers.get('idempotency-key') ?? undefined,
  })
  const asked = sendMessageBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const { userId } = ctx.scope
  const author = await authorOf(ctx.em, ctx.scope, userId)
  const { message } = await runCommand<unknown, QueuedMessage>(ctx, 'communication_channels.message.send', {
    ...asked,
    ...{ conversationId, idempotencyKey, author },
  })
  return Response.json({ message }, { status: 202 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Messages',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'The newest messages of a conversation, or those before a cursor; oldest first',
      query: messageListQuery,
      responses: [
        {
          status: 200,
          schema: z.object({ items: z.array(messageView), olderCursor: z.string().nullable() }),
        },
      ],
      errors: [notFoundResponse],
    },
    POST: {
      summary: 'Send a message',
      description:
        'Queued and sent at once, or when scheduledAt says. The same Idempotency-Key with the same body gives the first answer again.',
      headers: z.object({ 'idempotency-key': idempotencyKeyHeader }),
      requestBody: { schema: sendMessageBody },
      responses: [{ status: 202, schema: z.object({ message: messageView }) }],
      errors: [
        notFoundResponse,
        { status: 409, description: 'The key was used for another message', schema: errorBody },
        { status: 422, description: 'The policy refuses, with its reason', schema: errorBody },
      ],
    },
  },
}
