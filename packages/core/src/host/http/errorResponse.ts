import { AuthResolutionUnavailableError } from '@open-mercato/shared/lib/auth/server'
import { CrudHttpError } from '@open-mercato/shared/lib/crud/errors'
import { ZodError } from 'zod'
import { isDatabaseUnavailable } from './databaseUnavailable.ts'

const RETRY_AFTER_SECONDS = 5

/** The one place where errors become HTTP. Whatever is not meant for the caller stays in the log. */
export function errorResponse(error: unknown, log: (error: unknown) => void): Response {
  if (error instanceof CrudHttpError) return Response.json(error.body, { status: error.status })
  if (error instanceof ZodError) {
    return Response.json(
      {
        error: 'Some fields are not filled in correctly.',
        code: 'invalid_input',
        action: 'Correct the fields that are named and send it again.',
        fieldErrors: fieldErrors(error),
      },
      { status: 400 },
    )
  }
  log(error)
  if (error instanceof AuthResolutionUnavailableError || isDatabaseUnavailable(error)) {
    return Response.json(
      {
        error: 'The service is not available right now.',
        code: 'unavailable',
        action: 'Try again in a moment.',
      },
      { status: 503, headers: { 'retry-after': String(RETRY_AFTER_SECONDS) } },
    )
  }
  return Response.json({ error: 'Something went wrong on our side.', code: 'internal' }, { status: 500 })
}

/** The first sentence per field, by its path such as `content.text`. */
export function fieldErrors(error: ZodError): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const issue of error.issues) {
    if (issue.code === 'unrecognized_keys') {
      for (const key of issue.keys)
        fields[[...issue.path, key].map(String).join('.')] ??= 'There is no such field.'
    } else {
      fields[issue.path.map(String).join('.')] ??= issue.message
    }
  }
  return fields
}
