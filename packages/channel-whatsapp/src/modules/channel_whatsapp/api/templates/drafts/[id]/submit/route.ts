import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../../../lib/provider-context.ts'
import { keptAnswer } from '../../../../../lib/templates/write/answers.ts'

export const metadata = { POST: { requireFeatures: ['channel_whatsapp.templates.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'draft')
  const template = await runCommand(await routeContext(auth), 'channel_whatsapp.template.submit', { id })
  return Response.json({ template })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Give Meta what was written, for its review',
      description:
        'Refused with `template_refused`, the fields and the findings, by us before anything leaves or by Meta with its own words as `detail`. The draft stays until Meta has taken it.',
      responses: [{ status: 200, schema: keptAnswer }],
    },
  },
}
