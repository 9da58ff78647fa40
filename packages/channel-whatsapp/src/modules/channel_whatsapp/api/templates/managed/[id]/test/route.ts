import { idempotencyKeyHeader } from '@open-mercato/communication-channels/modules/communication_channels/data/validators'
import {
  errorBody,
  notFoundResponse,
} from '@open-mercato/communication-channels/modules/communication_channels/lib/api-errors'
import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../../../lib/provider-context.ts'
import { sendTest, testSendBody, testSent } from '../../../../../lib/templates/test-send.ts'

/** It writes to somebody, as the composer does. */
export const metadata = {
  POST: { requireFeatures: ['channel_whatsapp.templates.manage', 'communication_channels.send'] },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

const headers = z.object({ 'idempotency-key': idempotencyKeyHeader })

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'template')
  const { 'idempotency-key': key } = headers.parse({
    'idempotency-key': request.headers.get('idempotency-key') ?? undefined,
  })
  const asked = testSendBody.parse(await readJsonSafe(request))
  return Response.json(await sendTest(await routeContext(auth), id, key, asked), { status: 202 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Sends a template to a phone number, to see it there',
      description:
        'By the way of every message: the policy decides, and consent counts. A refusal names its reason and the ' +
        'conversation. The same Idempotency-Key with the same body gives the first answer again.',
      headers,
      requestBody: { schema: testSendBody },
      responses: [{ status: 202, schema: testSent }],
      errors: [
        notFoundResponse,
        { status: 409, description: 'The key was used for another message', schema: errorBody },
        { status: 422, description: 'The policy refuses, or a value does not fit', schema: errorBody },
      ],
    },
  },
}
