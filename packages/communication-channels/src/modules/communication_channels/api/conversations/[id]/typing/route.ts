import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { createLogger } from '@open-mercato/shared/lib/logger'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { findConversation } from '../../../../lib/conversations/list-conversations.ts'
import { notFound } from '../../../../lib/errors.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { sendReceipt } from '../../../../lib/receipts/send-receipt.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

const logger = createLogger('communication_channels.typing')

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

/** A courtesy to the customer: that the provider cannot show it is nobody's problem here. */
export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const conversationId = idParam(params, 'conversation')
  const { db, em, container, scope } = await hubContext(auth)
  const conversation = await findConversation(db, scope, conversationId)
  if (!conversation) throw notFound('conversation')
  try {
    await sendReceipt({ em, scope, resolve: (name) => container.resolve(name) }, conversation.id, true)
  } catch (err) {
    logger.warn('typing not shown', { conversationId, err })
  }
  return new Response(null, { status: 204 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Conversations',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Show the customer that an answer is being written',
      description: 'Also tells them that their last message was read, where the provider ties the two.',
      responses: [{ status: 204 }],
      errors: [notFoundResponse],
    },
  },
}
