import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'

/** A code of Meta's in plain words, and itself behind them so that it can be looked up; alone where there are none. */
export function codeText(t: TranslateFn, code: string): string {
  const words = t(`channel_whatsapp.timeline.code.${code}`, code)
  return words === code ? code : `${words} (${code})`
}
