import type { EntityManager } from '@mikro-orm/postgresql'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { createRequestContainer } from '@open-mercato/shared/lib/di/container'
import { readJsonSafe } from '@open-mercato/shared/lib/http/readJsonSafe'
import type { OpenApiRouteDoc } from '@open-mercato/shared/lib/openapi'
import { getClientIp } from '@open-mercato/shared/lib/ratelimit/helpers'
import { z } from 'zod'
import { loginSchema } from '../../data/validators.ts'
import { login } from '../../lib/login.ts'
import { ABSOLUTE_MS } from '../../lib/session-lifetime.ts'
import { sessionCookie } from '../../lib/session-token.ts'

export const metadata = { POST: { requireAuth: false, maxBodyBytes: 16_384 } }

export async function POST(request: Request): Promise<Response> {
  refuseForms(request)
  const input = loginSchema.parse(await readJsonSafe(request, {}))
  const container = await createRequestContainer()
  const settings = container.resolve<{ publicUrl: string; trustProxy: number }>('settings')

  const result = await login(
    { em: container.resolve<EntityManager>('em'), now: new Date() },
    { ...input, address: getClientIp(request, settings.trustProxy) },
  )
  switch (result.outcome) {
    case 'invalid_credentials':
      throw new CrudHttpError(401, {
        error: 'The e-mail address or the password is wrong.',
        code: 'invalid_credentials',
      })
    case 'too_many_attempts':
      return Response.json(
        {
          error: 'There were too many attempts to sign in.',
          code: 'too_many_attempts',
          action: `Try again in ${Math.ceil(result.retryAfterSeconds / 60)} minutes.`,
        },
        { status: 429, headers: { 'retry-after': String(result.retryAfterSeconds) } },
      )
    case 'signed_in': {
      const cookie = sessionCookie(result.token, {
        publicUrl: settings.publicUrl,
        maxAgeSeconds: ABSOLUTE_MS / 1000,
      })
      return Response.json({ ok: true }, { headers: { 'set-cookie': cookie, 'cache-control': 'no-store' } })
    }
  }
}

/** A form on another site can post here and sign its visitor into the attacker's account; it cannot send JSON. */
function refuseForms(request: Request): void {
  const contentType = request.headers.get('content-type') ?? ''
  if (/^application\/json\b/i.test(contentType)) return
  throw new CrudHttpError(415, {
    error: 'Sign-in takes JSON only.',
    code: 'unsupported_media_type',
    action: 'Send the header "Content-Type: application/json".',
  })
}

const errorSchema = z.object({ error: z.string(), code: z.string() })

export const openApi: OpenApiRouteDoc = {
  tag: 'Auth',
  methods: {
    POST: {
      summary: 'Sign in',
      description: 'Sets the session cookie. Attempts are limited per account and per network address.',
      requestBody: { schema: loginSchema },
      responses: [{ status: 200, description: 'Signed in', schema: z.object({ ok: z.literal(true) }) }],
      errors: [
        { status: 400, description: 'A field is missing or malformed', schema: errorSchema },
        { status: 401, description: 'invalid_credentials', schema: errorSchema },
        { status: 415, description: 'The body is not JSON', schema: errorSchema },
        { status: 429, description: 'too_many_attempts; see Retry-After', schema: errorSchema },
      ],
    },
  },
}
