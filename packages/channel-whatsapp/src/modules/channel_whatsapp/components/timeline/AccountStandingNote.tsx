import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import type { AccountStanding } from '../connections/connection.ts'
import { codeText } from './codeText.ts'
import { dayText } from './dayText.ts'

/** What keeps an account from working as it should, if anything does. */
export function AccountStandingNote({ account }: { account: AccountStanding }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`channel_whatsapp.timeline.standing.${key}`, values)
  const day = (value: string) => dayText(value, locale)
  const banText = ({ state, date }: NonNullable<AccountStanding['ban']>) =>
    date === null
      ? say('ban', { state: codeText(t, state ?? '') })
      : say('banOn', { state: codeText(t, state ?? ''), day: day(date) })
  const problems = [
    ...(account.lost === null ? [] : [say(account.lost)]),
    ...(account.ban === null ? [] : [banText(account.ban)]),
    ...(account.review === 'REJECTED' ? [say('review')] : []),
    ...account.restrictions.map(({ type, expiresAt }) =>
      expiresAt === null
        ? say('restriction', { type: codeText(t, type) })
        : say('restrictionUntil', { type: codeText(t, type), day: day(expiresAt) }),
    ),
  ]
  if (problems.length === 0) return null
  return (
    <Alert status="error">
      <AlertTitle>{say('title')}</AlertTitle>
      {problems.map((problem) => (
        <AlertDescription key={problem} className="[overflow-wrap:anywhere]">
          {problem}
        </AlertDescription>
      ))}
    </Alert>
  )
}
