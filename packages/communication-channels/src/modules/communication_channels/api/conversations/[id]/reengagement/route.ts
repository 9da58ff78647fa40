import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import {
  previewReengagement,
  reengagementPreview,
} from '../../../../lib/conversations/preview-reengagement.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { requestReader } from '../../../../lib/policy/request-reader.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const ctx = await hubContext(auth)
  const resolve = <T>(name: string) => ctx.container.resolve<T>(name)
  const { locale } = await requestReader()
  const id = idParam(params, 'conversation')
  return Response.json(await previewReengagement({ ...ctx, resolve }, id, locale))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Conversations',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'What would go out to take up a conversation again whose window closed',
      responses: [{ status: 200, schema: reengagementPreview }],
      errors: [
        notFoundResponse,
        { status: 422, description: 'The provider refuses the template, with the reason', schema: errorBody },
      ],
    },
  },
}
