import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../../../lib/api-errors.ts'
import { personConsentsView } from '../../../../../lib/consent/person/person-consents-view.ts'
import { showPersonConsents } from '../../../../../lib/consent/person/show-person-consents.ts'
import { hubContext } from '../../../../../lib/hub-context.ts'
import { idParam } from '../../../../../lib/route-params.ts'
import { runCommand } from '../../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.consents.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

/** The question is on its way with the answer; that they were asked is recorded when it leaves. */
export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const contactId = idParam(params, 'contact')
  const ctx = await hubContext(auth)
  await runCommand(ctx, 'communication_channels.consent.ask', { contactId })
  return Response.json(await showPersonConsents(ctx, contactId), { status: 202 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Ask somebody who agreed to marketing to confirm it',
      responses: [{ status: 202, schema: personConsentsView }],
      errors: [
        notFoundResponse,
        {
          status: 409,
          description: 'There is nothing to confirm, or they have been asked',
          schema: errorBody,
        },
      ],
    },
  },
}
