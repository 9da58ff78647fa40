import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { batchReader } from '../../../../lib/batches/batch-reader.ts'
import { batchView } from '../../../../lib/batches/batch-view.ts'
import { showBatch } from '../../../../lib/batches/list-batches.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'
import { runCommand } from '../../../../lib/run-command.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.batches.send'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const batchId = idParam(params, 'batch')
  const ctx = await hubContext(auth)
  await runCommand(ctx, 'communication_channels.batch.cancel', { batchId })
  return Response.json({ batch: await showBatch(batchReader(ctx), batchId) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Batches',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'End a batch; what has not left does not leave',
      responses: [{ status: 200, schema: z.object({ batch: batchView }) }],
      errors: [notFoundResponse, { status: 409, description: 'It is over', schema: errorBody }],
    },
  },
}
