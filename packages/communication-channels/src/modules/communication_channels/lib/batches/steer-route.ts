import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../api-errors.ts'
import { hubContext } from '../hub-context.ts'
import { idParam } from '../route-params.ts'
import { runCommand } from '../run-command.ts'
import { batchReader } from './batch-reader.ts'
import { batchView } from './batch-view.ts'
import { showBatch } from './list-batches.ts'
import type { Steering } from './steer-batch.ts'

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

/** What a route has that pauses a batch, lets it go on or ends it, and answers with the batch. */
export function steerRoute(steering: Steering, summary: string) {
  const openApi: OpenApiRouteDoc = {
    tag: 'Batches',
    pathParams: z.object({ id: z.uuid() }),
    methods: {
      POST: {
        summary,
        responses: [{ status: 200, schema: z.object({ batch: batchView }) }],
        errors: [notFoundResponse, { status: 409, description: 'It is over', schema: errorBody }],
      },
    },
  }
  return {
    metadata: { POST: { requireFeatures: ['communication_channels.batches.send'] } },
    openApi,
    async POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
      const batchId = idParam(params, 'batch')
      const ctx = await hubContext(auth)
      await runCommand(ctx, `communication_channels.batch.${steering}`, { batchId })
      return Response.json({ batch: await showBatch(batchReader(ctx), batchId) })
    },
  }
}
