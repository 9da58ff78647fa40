import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import type { DOUBLE_OPT_IN } from '../../lib/policy/notification-intent.ts'
import { hoursName } from '../../lib/policy/reason-params.ts'
import type { Message } from '../inbox/model/message.ts'
import { type Tick, tickOf } from '../inbox/model/tick.ts'
import { pickedTemplate } from './pickedTemplate.ts'
import { windowHours } from './windowHours.ts'

const doubleOptIn: typeof DOUBLE_OPT_IN = 'double_opt_in'
const left: ReadonlySet<Tick | null> = new Set(['sent', 'delivered', 'read'])

/** What kind of message it is, which says what it needs, and in which form it goes out. */
export function Facts({ message, explanation }: { message: Message; explanation: ExplanationView }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, params: Record<string, string> = {}) =>
    t(`communication_channels.explanation.${key}`, params)
  const { purpose, notification } = explanation
  // It goes out as a template for orders, and rests on none of what those need.
  const kind = notification === doubleOptIn ? 'question' : purpose
  const hours = kind === 'service' ? windowHours(explanation) : null
  const template = pickedTemplate(message, explanation, locale)
  return (
    <dl className="grid gap-2.5 text-sm leading-snug">
      {kind ? (
        <Fact name={say('kind')}>
          {say(`purpose.${kind}`)}
          <span className="block text-muted-foreground">
            {hours ? say('needs.service.within', { hours: hoursName(hours, locale) }) : say(`needs.${kind}`)}
          </span>
        </Fact>
      ) : null}
      {notification && kind !== 'question' ? (
        <Fact name={say('notification')}>{say('named', { name: notification })}</Fact>
      ) : null}
      <Fact name={say(formKey(message))}>
        {template ? say(notification ? 'picked' : 'template', template) : say('ownWords')}
      </Fact>
    </dl>
  )
}

function formKey({ status }: Message): string {
  const tick = tickOf(status)
  if (tick === 'waiting') return 'form'
  return left.has(tick) ? 'form.left' : 'form.kept'
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[9rem_1fr] sm:gap-3">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}
