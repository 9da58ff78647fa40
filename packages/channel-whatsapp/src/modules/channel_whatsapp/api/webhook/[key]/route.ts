import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { connectionDirectory } from '../../../lib/connections/connection-directory.ts'
import { doorOf } from '../../../lib/webhook/door/door.ts'
import { answerHandshake, MAX_DELIVERY_BYTES, receiveDelivery } from '../../../lib/webhook/receive.ts'

/** Public: Meta is known by its signature. Not limited by rate, because all tenants' Meta comes from few addresses; who forges is. */
export const metadata = {
  GET: { requireAuth: false },
  POST: { requireAuth: false, maxBodyBytes: MAX_DELIVERY_BYTES },
}

interface RouteContext {
  params: Record<string, string>
}

export async function GET(request: Request, { params }: RouteContext): Promise<Response> {
  const directory = await connectionDirectory()
  return answerHandshake(directory, await doorOf(directory), params.key ?? '', request)
}

export async function POST(request: Request, { params }: RouteContext): Promise<Response> {
  const directory = await connectionDirectory()
  return receiveDelivery(directory, await doorOf(directory), params.key ?? '', request)
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp webhook',
  pathParams: z.object({ key: z.string() }),
  methods: {
    GET: {
      summary: 'Meta’s handshake: gives the challenge back for the right verify token',
      responses: [{ status: 200, description: 'The challenge', mediaType: 'text/plain', schema: z.string() }],
    },
    POST: {
      summary: 'A signed delivery from Meta; 200 once it is durable',
      responses: [{ status: 200, description: 'Kept', mediaType: 'text/plain', schema: z.string() }],
    },
  },
}
