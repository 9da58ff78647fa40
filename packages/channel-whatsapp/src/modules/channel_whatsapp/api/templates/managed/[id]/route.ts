import type { TenantEncryptionService } from '@open-mercato/communication-channels/modules/communication_channels/lib/encryption-service'
import { idParam } from '@open-mercato/communication-channels/modules/communication_channels/lib/route-params'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../../lib/provider-context.ts'
import { showTemplate, templateDetail } from '../../../../lib/templates/store/show-template.ts'

export const metadata = { GET: { requireFeatures: ['channel_whatsapp.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'template')
  const ctx = await routeContext(auth)
  const encryption = ctx.resolve<TenantEncryptionService>('tenantEncryptionService')
  return Response.json(await showTemplate({ ...ctx, encryption }, id))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'A template with its versions, its quality over time, what Meta decided and what uses it',
      responses: [{ status: 200, schema: templateDetail }],
    },
  },
}
