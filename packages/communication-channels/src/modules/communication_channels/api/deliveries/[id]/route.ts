import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../lib/api-errors.ts'
import { type OpenedDelivery, openedDelivery } from '../../../lib/deliveries/open-delivery.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { idParam } from '../../../lib/route-params.ts'
import { runCommand } from '../../../lib/run-command.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.deliveries.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'delivery')
  const ctx = await hubContext(auth)
  const opened = await runCommand<unknown, OpenedDelivery>(ctx, 'communication_channels.delivery.open', {
    id,
  })
  // What customers wrote is not kept by browsers.
  return Response.json(opened, { headers: { 'cache-control': 'no-store' } })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Deliveries',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'One delivery: as received, and what is read in it now. Kept in the audit log',
      responses: [{ status: 200, schema: openedDelivery }],
      errors: [notFoundResponse],
    },
  },
}
