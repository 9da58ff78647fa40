const REDACTED = '[redacted]'
const MAX_DEPTH = 8

// Compared without case, dashes and underscores. Secrets by how their names end, people's words by name.
const SECRET_ENDINGS = [
  'secret',
  'token',
  'password',
  'passwd',
  'apikey',
  'masterkey',
  'privatekey',
  'authorization',
  'cookie',
  'databaseurl',
  'connectionstring',
]
const PRIVATE_NAMES = new Set([
  'text',
  'body',
  'rawbody',
  'content',
  'caption',
  'preview',
  'credentials',
  'payload',
  'phone',
  'phonenumber',
  'email',
  'dek',
])

function isPrivate(key: string): boolean {
  const name = key.toLowerCase().replace(/[^a-z0-9]/g, '')
  return PRIVATE_NAMES.has(name) || SECRET_ENDINGS.some((ending) => name.endsWith(ending))
}

/** A copy fit for the log: secrets and people's words are gone at any depth, errors are described. */
export function redact(fields: Record<string, unknown>): Record<string, unknown> {
  return redactValue(fields, 0) as Record<string, unknown>
}

function redactValue(value: unknown, depth: number): unknown {
  if (value instanceof Error) return describeError(value, depth)
  if (value instanceof Date) return value.toISOString()
  if (value instanceof Uint8Array) return `[${value.byteLength} bytes]`
  if (typeof value === 'bigint') return value.toString()
  if (typeof value !== 'object' || value === null) return value
  if (depth >= MAX_DEPTH) return '[too deep]'
  if (Array.isArray(value)) return value.map((item) => redactValue(item, depth + 1))
  const copy: Record<string, unknown> = {}
  for (const [key, item] of Object.entries(value)) {
    copy[key] = isPrivate(key) && item != null ? REDACTED : redactValue(item, depth + 1)
  }
  return copy
}

/**
 * Only what is known to be safe: a database error's message carries the statement with its values, and
 * PostgreSQL's `detail` carries the row, so neither is kept whole.
 */
function describeError(error: Error, depth: number): Record<string, unknown> {
  const { code, status, constraint, table } = error as Error & Record<string, unknown>
  const isFromDatabase =
    'sqlState' in error ||
    'severity' in error ||
    /^\s*(select|insert|update|delete|with)\b/i.test(error.message)
  return {
    type: error.name,
    message: isFromDatabase ? databaseMessage(error) : safeMessage(error),
    ...(code !== undefined && { code }),
    ...(status !== undefined && { status }),
    ...(constraint !== undefined && { constraint }),
    ...(table !== undefined && { table }),
    stack: error.stack
      ?.split('\n')
      .filter((line) => /^\s+at /.test(line))
      .slice(0, 12)
      .join('\n'),
    ...(error.cause instanceof Error &&
      depth < MAX_DEPTH && { cause: describeError(error.cause, depth + 1) }),
  }
}

// JSON.parse quotes what it could not read, which may be a message.
function safeMessage(error: Error): string {
  return error.name === 'SyntaxError' ? 'A text could not be parsed.' : error.message
}

function databaseMessage(error: Error): string {
  const said = error.message.slice(error.message.lastIndexOf(' - ') + 1).replace(/^- /, '')
  const firstLine = said.split('\n')[0] ?? ''
  // `invalid input syntax for type uuid: "…"` and its like quote the value; names of tables and columns are quoted too.
  return firstLine.replace(/: ".*"$/s, ': […]')
}
