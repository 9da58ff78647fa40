import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { StatusBadge, type StatusBadgeVariant } from '@open-mercato/ui/primitives/status-badge'
import type { ReactNode } from 'react'
import type { ConversationWindow } from '../../inbox/model/conversation.ts'
import { windowPhase } from '../../inbox/model/windowPhase.ts'
import { AskToConfirm } from './AskToConfirm.tsx'
import { type ConsentPurpose, consentPurposes, type PersonConsents } from './consent.ts'
import { dateText, saidText, whyText } from './consentWords.ts'
import { decidingEvent } from './story.ts'
import { consentTo, verdictOn } from './verdict.ts'

type PersonProps = { person: PersonConsents; canManage: boolean }
type StandingProps = PersonProps & {
  /** Of the conversation it is looked at from; each of somebody's has its own. */
  window: ConversationWindow | undefined
}

/** What may be written to this person, kind by kind, and why. */
export function Standing({ person, canManage, window }: StandingProps) {
  return (
    <ul className="grid grid-cols-1 divide-y rounded-lg border">
      <AnswersLine isBlocked={person.block !== null} window={window} />
      {consentPurposes.map((purpose) => (
        <PurposeLine key={purpose} purpose={purpose} person={person} canManage={canManage} />
      ))}
    </ul>
  )
}

function AnswersLine({ isBlocked, window }: Pick<StandingProps, 'window'> & { isBlocked: boolean }) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.person.${key}`)
  const { phase } = window ? windowPhase(window, Date.now()) : { phase: 'unknown' }
  const isClosed = phase === 'closed' || phase === 'never'
  const [tone, badge, means] = isBlocked
    ? (['error', 'blocked', 'blocked'] as const)
    : isClosed
      ? (['neutral', 'later', 'service.closed'] as const)
      : (['success', window ? 'yes' : 'window', 'service'] as const)
  return (
    <Line title={say('purpose.service')} tone={tone} word={say(`badge.${badge}`)}>
      <p className="text-muted-foreground">{say(`means.${means}`)}</p>
    </Line>
  )
}

function PurposeLine({ purpose, person, canManage }: PersonProps & { purpose: ConsentPurpose }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.consents.person.${key}`, values)
  const consent = consentTo(purpose, person)
  const { code, mayWrite } = verdictOn(purpose, person)
  const isWaiting = code === 'unconfirmed'
  const badge = person.block ? 'blocked' : mayWrite ? 'yes' : isWaiting ? 'waiting' : 'no'
  const tones = { blocked: 'error', yes: 'success', waiting: 'warning', no: 'neutral' } as const
  const why = useWhy(purpose, person)
  const since = code === 'confirmed' ? consent.confirmedAt : person.basis.firstWroteAt
  return (
    <Line title={say(`purpose.${purpose}`)} tone={tones[badge]} word={say(`badge.${badge}`)}>
      {why ? <p className="[overflow-wrap:anywhere]">{why}</p> : null}
      <p className="text-muted-foreground">
        {person.block
          ? say('means.blocked')
          : say(`means.${purpose}.${code}`, { time: since ? dateText(since, locale) : '' })}
      </p>
      {purpose === 'marketing' ? <AskToConfirm person={person} canManage={canManage} /> : null}
    </Line>
  )
}

/** Null where nothing is recorded. Of an event that is not in the story it is known that it was, and no more. */
function useWhy(purpose: ConsentPurpose, person: PersonConsents): string | null {
  const t = useT()
  const locale = useLocale()
  const consent = consentTo(purpose, person)
  const event = decidingEvent(person, consent)
  if (event) return whyText(t, locale, event)
  const { state, since, source } = consent
  if (state === 'none' || !since || !source) return null
  const said = { kind: state, source, occurredAt: since, expiresAt: null, actor: null }
  return t('communication_channels.consents.person.why', { said: saidText(t, locale, said, [purpose]) })
}

type LineProps = { title: string; tone: StatusBadgeVariant; word: string; children: ReactNode }

function Line({ title, tone, word, children }: LineProps) {
  return (
    <li className="grid grid-cols-1 gap-1 px-3.5 py-2.5 text-sm">
      <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1">
        <h4 className="font-medium">{title}</h4>
        <StatusBadge variant={tone} dot>
          {word}
        </StatusBadge>
      </div>
      {children}
    </li>
  )
}
