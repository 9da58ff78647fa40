import { type Logger as Pino, pino } from 'pino'
import { redact } from './logger/redact.ts'

export type LogLevel = 'debug' | 'info' | 'warn' | 'error'
export type LogBindings = Record<string, unknown>

export interface Logger {
  debug(message: string, fields?: LogBindings): void
  info(message: string, fields?: LogBindings): void
  warn(message: string, fields?: LogBindings): void
  error(message: string, fields?: LogBindings): void
  child(bindings: LogBindings): Logger
}

let root: Pino | null = null

/** JSON lines on stdout. An error goes in `fields.err`. Level by LOG_LEVEL; silent under tests. */
export function createLogger(namespace: string): Logger {
  root ??= pino({
    level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    // Redacted before pino sees them: its own `redact` has no pattern for "at any depth".
    serializers: { err: (value) => value },
  })
  return wrap(root.child({ namespace }))
}

function wrap(log: Pino): Logger {
  const at = (level: LogLevel) => (message: string, fields?: LogBindings) => {
    if (log.isLevelEnabled(level)) log[level](fields ? redact(fields) : {}, message)
  }
  return {
    debug: at('debug'),
    info: at('info'),
    warn: at('warn'),
    error: at('error'),
    child: (bindings) => wrap(log.child(redact(bindings))),
  }
}
