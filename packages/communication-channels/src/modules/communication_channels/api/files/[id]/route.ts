import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../lib/api-errors.ts'
import { notFound } from '../../../lib/errors.ts'
import { findFile } from '../../../lib/files/file-statements.ts'
import { fileView, viewFile } from '../../../lib/files/file-view.ts'
import { hubContext } from '../../../lib/hub-context.ts'
import { idParam } from '../../../lib/route-params.ts'
import { runCommand } from '../../../lib/run-command.ts'

export const metadata = {
  GET: { requireFeatures: ['communication_channels.view'] },
  DELETE: { requireFeatures: ['communication_channels.send'] },
}

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const { db, encryption, scope } = await hubContext(auth)
  const file = await findFile(db, scope, idParam(params, 'file'))
  if (!file) throw notFound('file')
  return Response.json({ file: await viewFile(encryption, scope, file) })
}

export async function DELETE(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const fileId = idParam(params, 'file')
  await runCommand(await hubContext(auth), 'communication_channels.file.remove', { fileId })
  return new Response(null, { status: 204 })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Files',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'What is known of a file',
      responses: [{ status: 200, schema: z.object({ file: fileView }) }],
      errors: [notFoundResponse],
    },
    DELETE: {
      summary: 'Take back a file that was uploaded and not sent',
      responses: [{ status: 204, description: 'It is gone' }],
      errors: [notFoundResponse, { status: 409, description: 'A message carries it', schema: errorBody }],
    },
  },
}
