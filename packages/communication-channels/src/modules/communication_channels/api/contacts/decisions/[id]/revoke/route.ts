import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../../lib/api-errors.ts'
import { hubContext } from '../../../../../lib/hub-context.ts'
import { contactView } from '../../../../../lib/identity/contact-view.ts'
import type { Decided } from '../../../../../lib/identity/decisions.ts'
import { showContact } from '../../../../../lib/identity/show-contact.ts'
import { idParam } from '../../../../../lib/route-params.ts'
import { runCommand } from '../../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.send'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const decisionId = idParam(params, 'decision')
  const ctx = await hubContext(auth)
  const { contactId } = await runCommand<unknown, Decided>(
    ctx,
    'communication_channels.contact_decision.revoke',
    { decisionId },
  )
  return Response.json(await showContact(ctx.db, ctx.encryption, ctx.scope, contactId))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Contacts',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Take back what somebody decided about contacts',
      responses: [{ status: 200, schema: contactView }],
      errors: [notFoundResponse],
    },
  },
}
