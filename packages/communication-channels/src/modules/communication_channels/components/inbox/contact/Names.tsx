import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../model/times.ts'
import type { ContactName } from './contact.ts'
import { Folded } from './Folded.tsx'

/** What they called themselves, the latest first, and what the business calls them. */
export function Names({ names }: { names: ContactName[] }) {
  const t = useT()
  const locale = useLocale()
  if (names.length === 0) return null
  const seenText = (since: string, until: string) =>
    since === until ? since : t('communication_channels.inbox.who.name.seen', { since, until })
  return (
    <Folded title={t('communication_channels.inbox.who.namesAndTimes', { count: names.length })}>
      <ul className="grid gap-1 text-sm">
        {names.map(({ kind, value, since, lastSeen }) => (
          <li key={`${kind} ${value}`}>
            <bdi className="font-medium">{kind === 'username' ? `@${value}` : value}</bdi>{' '}
            <span className="text-xs text-muted-foreground">
              {t(`communication_channels.inbox.who.name.${kind}`)} ·{' '}
              {seenText(fullTime(since, locale), fullTime(lastSeen, locale))}
            </span>
          </li>
        ))}
      </ul>
    </Folded>
  )
}
