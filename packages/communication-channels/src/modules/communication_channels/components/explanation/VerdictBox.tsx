import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CircleAlert, CircleCheck, CircleHelp, Clock, type LucideIcon } from 'lucide-react'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import { classNames } from '../classNames.ts'
import type { Message } from '../inbox/model/message.ts'
import { problemText } from '../inbox/model/problemText.ts'
import { fullTime } from '../inbox/model/times.ts'
import { useSayReason } from './useSayReason.ts'
import { type Outcome, verdictOn } from './verdict.ts'

type Tone = 'success' | 'error' | 'warning' | 'neutral'
const tones: Record<Outcome, Tone> = {
  left: 'success',
  ready: 'success',
  refused: 'error',
  doomed: 'error',
  failed: 'error',
  stopped: 'warning',
  waits: 'warning',
  cancelled: 'neutral',
  open: 'neutral',
  unkept: 'neutral',
}
const looks: Record<Tone, { sign: LucideIcon; colours: string }> = {
  success: {
    sign: CircleCheck,
    colours: 'border-status-success-border bg-status-success-bg text-status-success-text',
  },
  error: {
    sign: CircleAlert,
    colours: 'border-status-error-border bg-status-error-bg text-status-error-text',
  },
  warning: {
    sign: Clock,
    colours: 'border-status-warning-border bg-status-warning-bg text-status-warning-text',
  },
  neutral: {
    sign: CircleHelp,
    colours: 'border-status-neutral-border bg-status-neutral-bg text-status-neutral-text',
  },
}

type VerdictBoxProps = { message: Message; explanation: ExplanationView; providerKey: string }

/** What became of it, why, and what can be done: for whoever reads no further. */
export function VerdictBox({ message, explanation, providerKey }: VerdictBoxProps) {
  const t = useT()
  const locale = useLocale()
  const say = useSayReason()
  const { outcome, reason } = verdictOn(message, explanation, Date.now())
  const { sign: Sign, colours } = looks[tones[outcome]]
  const time = message.scheduledAt ? fullTime(message.scheduledAt, locale) : ''
  const key = `communication_channels.explanation.verdict.${outcome}`
  const isScheduled = outcome === 'waits' && reason?.effect === 'permits' && time
  const isRefused = outcome === 'failed' && message.error?.providerCode
  const variant = isScheduled ? '.scheduled' : isRefused ? '.provider' : ''
  const problem = message.error ? problemText(t, providerKey, message.error) : null
  const said = reason ? say(reason) : null
  const why = said ? said.sentence : (problem?.reason ?? null)
  // Whatever they say later: this one does not leave any more.
  const action = outcome === 'stopped' ? t(`${key}.action`) : said ? said.action : (problem?.action ?? null)
  return (
    <div className={classNames('flex items-start gap-2.5 rounded-lg border px-3.5 py-3', colours)}>
      <Sign aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <div className="grid min-w-0 gap-1 text-sm leading-snug">
        <p className="text-[0.9375rem] font-semibold">{t(`${key}${variant}`, { time })}</p>
        {why ? <p>{why}</p> : null}
        {action ? <p>{action}</p> : null}
      </div>
    </div>
  )
}
