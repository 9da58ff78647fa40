import type { TranslateFn } from '@open-mercato/shared/lib/i18n/context'

/** What is known of a picture in words: whose it is, and what was written below it. */
export function pictureAlt(t: TranslateFn, who: string, caption: string | null): string {
  return [t('communication_channels.inbox.picture.alt', { name: who }), caption].filter(Boolean).join(': ')
}
