import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { fullTime } from '../inbox/model/times.ts'
import { ReasonList } from './ReasonList.tsx'
import type { Step } from './steps.ts'

/** One time it was asked whether the message may leave: the answer, and all that was looked at. */
export function Judgement({ step }: { step: Step }) {
  const t = useT()
  const locale = useLocale()
  const { when, at, decision, isSame } = step
  const { outcome, until } = decision
  const say = (key: string, params: Record<string, string> = {}) =>
    t(`communication_channels.explanation.${key}`, params)
  return (
    <li className="grid gap-1.5">
      <p className="text-xs text-muted-foreground">
        {say(`when.${when}`)}
        {at ? <time dateTime={at}>{` · ${fullTime(at, locale)}`}</time> : null}
      </p>
      {isSame ? (
        <p className="text-sm">{say('same')}</p>
      ) : (
        <>
          <p className="text-sm font-medium">
            {say(`${when === 'now' ? 'outcome' : 'was'}.${outcome}`, {
              until: until ? fullTime(until, locale) : '',
            })}
          </p>
          <ReasonList reasons={decision.reasons} withActions={when !== 'stopped'} />
        </>
      )}
    </li>
  )
}
