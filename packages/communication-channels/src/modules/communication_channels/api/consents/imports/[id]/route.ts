import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { importView } from '../../../../lib/consent/import/import-view.ts'
import { showImport } from '../../../../lib/consent/import/list-imports.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.consents.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'import')
  const { db, encryption, scope } = await hubContext(auth)
  return Response.json({ import: await showImport(db, encryption, scope, id) })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Consents',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'One import: what was found in its file, and how far recording has got',
      responses: [{ status: 200, schema: z.object({ import: importView }) }],
      errors: [notFoundResponse],
    },
  },
}
