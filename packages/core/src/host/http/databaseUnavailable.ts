// SQLSTATE class 08 is a lost connection, 57P0x a server going down or coming up, 53300 too many clients.
const SQL_STATES = /^(08...|57P0[1-5]|53300)$/
const SYSTEM_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOTFOUND',
  'ETIMEDOUT',
  'EPIPE',
  'ENOENT',
  'EHOSTUNREACH',
  'EAI_AGAIN',
])
const MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|not queryable|connection is closed|not currently accepting connections/i

/** Whether the database could not be reached, as opposed to having refused a statement. */
export function isDatabaseUnavailable(error: unknown): boolean {
  for (let at = error; at instanceof Error; at = at.cause) {
    const { code, syscall } = at as Error & { code?: unknown; syscall?: unknown }
    if (typeof code === 'string' && SQL_STATES.test(code)) return true
    if (typeof code === 'string' && SYSTEM_CODES.has(code) && isFromSocket(syscall)) return true
    if (MESSAGES.test(at.message)) return true
    if (at instanceof AggregateError && at.errors.some(isDatabaseUnavailable)) return true
  }
  return false
}

// A missing file is ENOENT as well; only the missing socket of a server is meant.
function isFromSocket(syscall: unknown): boolean {
  return syscall === undefined || ['connect', 'read', 'write', 'getaddrinfo'].includes(String(syscall))
}
