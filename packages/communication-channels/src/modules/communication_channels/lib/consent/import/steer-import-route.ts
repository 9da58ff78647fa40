import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../api-errors.ts'
import { hubContext } from '../../hub-context.ts'
import { idParam } from '../../route-params.ts'
import { runCommand } from '../../run-command.ts'
import { importView } from './import-view.ts'
import { showImport } from './list-imports.ts'
import type { ImportSteering } from './steer-import.ts'

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

/** What a route has that starts an import or ends it, and answers with the import. */
export function steerImportRoute(steering: ImportSteering, summary: string) {
  const openApi: OpenApiRouteDoc = {
    tag: 'Consents',
    pathParams: z.object({ id: z.uuid() }),
    methods: {
      POST: {
        summary,
        responses: [{ status: 200, schema: z.object({ import: importView }) }],
        errors: [
          notFoundResponse,
          {
            status: 409,
            description: 'It is over, still being checked, or holds nothing to record',
            schema: errorBody,
          },
        ],
      },
    },
  }
  return {
    metadata: { POST: { requireFeatures: ['communication_channels.consents.manage'] } },
    openApi,
    async POST(_request: Request, { params, auth }: RouteContext): Promise<Response> {
      const importId = idParam(params, 'import')
      const ctx = await hubContext(auth)
      await runCommand(ctx, `communication_channels.consent_import.${steering}`, { importId })
      return Response.json({ import: await showImport(ctx.db, ctx.encryption, ctx.scope, importId) })
    },
  }
}
