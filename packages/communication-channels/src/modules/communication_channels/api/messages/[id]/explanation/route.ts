import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { notFoundResponse } from '../../../../lib/api-errors.ts'
import { explainMessage } from '../../../../lib/explanation/explain-message.ts'
import { explanationView, viewExplanation } from '../../../../lib/explanation/explanation-view.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { requestReader } from '../../../../lib/policy/request-reader.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { GET: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

export async function GET(_request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'message')
  const ctx = await hubContext(auth)
  const resolve = <T>(name: string) => ctx.container.resolve<T>(name)
  const explained = await explainMessage({ ...ctx, resolve }, id)
  return Response.json(viewExplanation(explained, await requestReader()))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Messages',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    GET: {
      summary: 'Why a message of ours left, or did not',
      description:
        'What the policy said when it was queued, at every attempt and when it was stopped, and, while it waits, what it says ' +
        'now; in the caller’s language.',
      responses: [{ status: 200, schema: explanationView }],
      errors: [notFoundResponse],
    },
  },
}
