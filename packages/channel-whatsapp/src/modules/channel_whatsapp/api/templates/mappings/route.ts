import { errorBody } from '@open-mercato/communication-channels/modules/communication_channels/lib/api-errors'
import { queryOf } from '@open-mercato/communication-channels/modules/communication_channels/lib/hub-context'
import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { routeContext } from '../../../lib/provider-context.ts'
import {
  mappingQuery,
  mappingView,
  saveMapping,
  showMapping,
} from '../../../lib/templates/mapping/edit-mapping.ts'
import { templateMapping } from '../../../lib/templates/mapping/mapping.ts'

export const metadata = {
  GET: { requireFeatures: ['channel_whatsapp.view'] },
  PUT: { requireFeatures: ['channel_whatsapp.templates.manage'] },
}

const mappingBody = z.strictObject({ mapping: templateMapping })

export async function GET(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = mappingQuery.parse(queryOf(request))
  return Response.json(await showMapping(await routeContext(auth), query))
}

export async function PUT(request: Request, { auth }: { auth: AuthContext }): Promise<Response> {
  const query = mappingQuery.parse(queryOf(request))
  const { mapping } = mappingBody.parse(await readJsonSafe(request))
  return Response.json(await saveMapping(await routeContext(auth), query, mapping))
}

const errors = [{ status: 404, description: 'The account has no template of this name', schema: errorBody }]

export const openApi: OpenApiRouteDoc = {
  tag: 'WhatsApp templates',
  methods: {
    GET: {
      summary: 'Where the values of a template come from, for all its languages',
      query: mappingQuery,
      responses: [{ status: 200, schema: mappingView }],
      errors,
    },
    PUT: {
      summary: 'Decides where the values of a template come from',
      query: mappingQuery,
      requestBody: { schema: mappingBody },
      responses: [{ status: 200, schema: mappingView }],
      errors,
    },
  },
}
