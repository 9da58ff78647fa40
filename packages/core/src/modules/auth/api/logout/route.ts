import type { EntityManager } from '@mikro-orm/postgresql'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { z } from 'zod'
import { revokeSession } from '../../lib/session.ts'
import { sessionCookie } from '../../lib/session-token.ts'

export const metadata = { POST: { requireAuth: true } }

export async function POST(_request: Request, { auth }: ApiHandlerContext): Promise<Response> {
  const container = await createRequestContainer()
  const em = container.resolve<EntityManager>('em')
  const { publicUrl } = container.resolve<{ publicUrl: string }>('settings')
  if (auth?.sid && auth.tenantId) await revokeSession({ em, now: new Date() }, auth.sid, auth.tenantId)
  return Response.json(
    { ok: true },
    { headers: { 'set-cookie': sessionCookie('', { publicUrl, maxAgeSeconds: 0 }) } },
  )
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Auth',
  methods: {
    POST: {
      summary: 'Sign out',
      description: 'Ends the session behind the cookie or bearer token.',
      responses: [{ status: 200, description: 'Signed out', schema: z.object({ ok: z.literal(true) }) }],
    },
  },
}
