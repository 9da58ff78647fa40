import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { batchListQuery, idempotencyKeyHeader, sendBatchBody } from '../../data/validators.ts'
import { errorBody } from '../../lib/api-errors.ts'
import { authorOf } from '../../lib/author.ts'
import { batchReader } from '../../lib/batches/batch-reader.ts'
import { batchView } from '../../lib/batches/batch-view.ts'
import { listBatches, showBatch } from '../../lib/batches/list-batches.ts'
import type { QueuedBatch } from '../../lib/batches/send-batch.ts'
import { hubContext, queryOf } from '../../lib/hub-context.ts'
import { runCommand } from '../../lib/run-command.ts'

/** Ten thousand recipients, each with a few parameters. */
const MAX_BODY_BYTES = 8 * 1024 * 1024

export const metadata = {
  GET: { requireFeatures: ['communication_channels.batches.view'] },
  POST: { requireFeatures: ['communication_channels.batches.send'], maxBodyBytes: MAX_BODY_BYTES },
}

const headers = z.object({ 'idempotency-key': idempotencyKeyHeader })

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const page = batchListQuery.parse(queryOf(request))
  return Response.json(await listBatches(batchReader(await hubContext(auth)), page))
}

export async function POST(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const { 'idempotency-key': idempotencyKey } = headers.parse({
    'idempotency-key': request.headers.get('idempotency-key') ?? undefined,
  })
  const batch = sendBatchBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const author = await authorOf(ctx.em, ctx.scope, ctx.scope.userId)
  const { batchId } = await runCommand<unknown, QueuedBatch>(ctx, 'communication_channels.batch.send', {
    ...{ batch, idempotencyKey, author },
  })
  return Response.json({ batch: await showBatch(batchReader(ctx), batchId) }, { status: 202 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Batches',
  methods: {
    GET: {
      summary: 'Batches of messages, the newest first',
      query: batchListQuery,
      responses: [
        { status: 200, schema: z.object({ items: z.array(batchView), nextCursor: z.string().nullable() }) },
      ],
    },
    POST: {
      summary: 'Send one message to many people',
      description:
        'Each recipient is named by a conversation or a phone number, once. Whom the policy or a parameter keeps from ' +
        'getting theirs is in the report; the others get theirs. The same Idempotency-Key with the same body is the ' +
        'same batch.',
      headers,
      requestBody: { schema: sendBatchBody },
      responses: [{ status: 202, schema: z.object({ batch: batchView }) }],
      errors: [
        { status: 409, description: 'The key was used for another batch', schema: errorBody },
        { status: 422, description: 'Nobody could be sent this, with the reason', schema: errorBody },
      ],
    },
  },
}
