import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import { runCommand } from '@open-mercato/communication-channels/modules/communication_channels/lib/run-command'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { templateActionBody } from '../../../../../data/template-validators.ts'
import { routeContext } from '../../../../../lib/provider-context.ts'
import { ourTemplate } from '../../../../../lib/templates/write/our-template.ts'

export const metadata = { POST: { requireFeatures: ['channel_whatsapp.templates.manage'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'template')
  const ctx = await routeContext(auth)
  await ourTemplate(ctx, id)
  const { action } = templateActionBody.parse(await readJsonSafe(request))
  await runCommand(ctx, `channel_whatsapp.template.${action}`, { id })
  return Response.json({})
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Delete a template in one or all languages, archive it, take it out again, or end its pause',
      requestBody: { schema: templateActionBody },
      responses: [{ status: 200, schema: z.object({}) }],
    },
  },
}
