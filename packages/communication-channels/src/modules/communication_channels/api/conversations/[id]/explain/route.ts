import type { AuthContext } from '@open-mercato/shared/lib/auth/server'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { z } from 'zod'
import { explainBody } from '../../../../data/validators.ts'
import { errorBody, notFoundResponse } from '../../../../lib/api-errors.ts'
import { loadPolicy } from '../../../../lib/explanation/conversation-policy.ts'
import { hubContext } from '../../../../lib/hub-context.ts'
import { readSchedule } from '../../../../lib/outbox/schedule.ts'
import { decisionView, viewDecision } from '../../../../lib/policy/decision-view.ts'
import { PURPOSES } from '../../../../lib/policy/purpose.ts'
import { purposeOf } from '../../../../lib/policy/read-intent.ts'
import { requestReader } from '../../../../lib/policy/request-reader.ts'
import { idParam } from '../../../../lib/route-params.ts'

export const metadata = { POST: { requireFeatures: ['communication_channels.view'] } }

interface RouteContext {
  params: Record<string, string>
  auth: AuthContext
}

const explained = z.object({ purpose: z.enum(PURPOSES), decision: decisionView })

export async function POST(request: Request, { params, auth }: RouteContext): Promise<Response> {
  const id = idParam(params, 'conversation')
  const asked = explainBody.parse(await readJsonSafe(request))
  const ctx = await hubContext(auth)
  const policy = await loadPolicy(
    { ...ctx, resolve: <T>(name: string) => ctx.container.resolve<T>(name) },
    id,
  )
  const intent = await policy.read(asked)
  const decision = policy.decide(intent, { scheduledAt: readSchedule(asked.scheduledAt, ctx.now) })
  return Response.json({
    purpose: purposeOf(intent, decision.template),
    decision: viewDecision(decision, await requestReader()),
  })
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Messages',
  pathParams: z.object({ id: z.uuid() }),
  methods: {
    POST: {
      summary: 'What would become of a message, and why',
      description:
        'The same policy that is asked when a message is queued and when it leaves; nothing is sent. In the caller’s language.',
      requestBody: { schema: explainBody },
      responses: [{ status: 200, schema: explained }],
      errors: [notFoundResponse, { status: 422, description: 'It cannot be answered', schema: errorBody }],
    },
  },
}
