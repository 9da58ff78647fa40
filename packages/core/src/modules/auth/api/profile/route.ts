import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import type { ApiHandlerContext } from '@open-mercato/shared/modules/registry'
import { loadProfile, profileSchema } from '../../lib/profile.ts'
import { requireSignedIn } from '../../lib/signed-in.ts'

export const metadata = { GET: { requireAuth: true } }

export async function GET(_request: Request, { auth }: ApiHandlerContext): Promise<Response> {
  const who = requireSignedIn(auth)
  const { cradle } = await createRequestContainer()
  return Response.json(await loadProfile({ em: cradle.em, rbacService: cradle.rbacService }, who))
}

export const openApi: OpenApiRouteDoc = {
  tag: 'Auth',
  methods: {
    GET: {
      summary: 'Who is signed in',
      responses: [
        { status: 200, description: 'The user, tenant, organization and features', schema: profileSchema },
      ],
      errors: [{ status: 401, description: 'Nobody is signed in' }],
    },
  },
}
