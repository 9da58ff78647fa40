import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'
import { ProviderRequestFailed } from './request.ts'

/**
 * What went wrong, in the reader's language where the problem is a known one, and what to do about it; then what Meta
 * itself said.
 *
 * @param otherwise where nothing came back that could be read
 */
export function problemText(t: TranslateFn, error: unknown, otherwise: string): string {
  if (!(error instanceof ProviderRequestFailed)) return otherwise
  const { code, action, detail, message } = error
  const word = (part: string, fallback: string) =>
    code ? t(`channel_whatsapp.problem.${code}.${part}`, fallback) : fallback
  const sentences = [word('reason', message), word('action', action ?? '')].filter(Boolean)
  const said = detail ? t('channel_whatsapp.problem.metaSays', { detail }) : ''
  return [...sentences, said].filter(Boolean).join(' ') || otherwise
}
