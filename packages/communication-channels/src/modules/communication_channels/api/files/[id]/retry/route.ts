import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { notFound } from '../../../../lib/errors.ts'
import { askAgain, findFile } from '../../../../lib/files/file-statements.ts'
import { fileView, viewFile } from '../../../../lib/files/file-view.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { FILES_QUEUE, nudge } from '../../../../lib/nudge.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'file')
  const { db, encryption, scope, now } = await hubContext(auth)
  await askAgain(db, scope, id, now)
  const file = await findFile(db, scope, id)
  if (!file) throw notFound('file')
  nudge(FILES_QUEUE)
  return Response.json({ file: await viewFile(encryption, scope, file) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'Fetch a received file now',
      description: 'Where it waits for its next attempt, or has failed. A file that is here stays as it is.',
      responses: [{ status: 200, schema: z.object({ file: fileView }) }],
      errors: [notFoundResponse],
    },
  },
}
