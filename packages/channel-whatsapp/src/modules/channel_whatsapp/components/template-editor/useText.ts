import { type TranslateParams, useT } from '@open-mercato/shared/lib/i18n/context'

/** The editor's own words. */
export function useText() {
  const t = useT()
  return (key: string, values: TranslateParams = {}) => t(`channel_whatsapp.templateEditor.${key}`, values)
}

/** What a new button says to begin with; of most kinds nothing would be right for everybody. */
export function useButtonWords() {
  const t = useT()
  return (kind: string) => t(`channel_whatsapp.templateEditor.button.words.${kind}`, ' ').trim()
}
