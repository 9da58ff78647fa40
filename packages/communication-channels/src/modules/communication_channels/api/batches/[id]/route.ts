import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../lib/api-errors.ts'
import { batchReader } from '../../../lib/batches/batch-reader.ts'
import { batchView } from '../../../lib/batches/batch-view.ts'
import { showBatch } from '../../../lib/batches/list-batches.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { idParam } from '../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.batches.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'batch')
  return Response.json({ batch: await showBatch(batchReader(await hubContext(auth)), id) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Batches',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'One batch, with how many of its recipients are how far',
      responses: [{ status: 200, schema: z.object({ batch: batchView }) }],
      errors: [notFoundResponse],
    },
  },
}
