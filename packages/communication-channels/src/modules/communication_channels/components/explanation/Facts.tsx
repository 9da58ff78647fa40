import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import type { ReactNode } from 'react'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import type { Message } from '../inbox/model/message.ts'
import { pickedTemplate } from './pickedTemplate.ts'

/** What kind of message it is, which says what it needs, and in which form it goes out. */
export function Facts({ message, explanation }: { message: Message; explanation: ExplanationView }) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, params: Record<string, string> = {}) =>
    t(`communication_channels.explanation.${key}`, params)
  const { purpose, notification } = explanation
  const template = pickedTemplate(message, explanation, locale)
  return (
    <dl className="grid gap-2.5 text-sm leading-snug">
      {purpose ? (
        <Fact name={say('kind')}>
          {say(`purpose.${purpose}`)}
          <span className="block text-muted-foreground">{say(`needs.${purpose}`)}</span>
        </Fact>
      ) : null}
      {notification ? <Fact name={say('notification')}>{say('named', { name: notification })}</Fact> : null}
      <Fact name={say('form')}>
        {template ? say(notification ? 'picked' : 'template', template) : say('ownWords')}
      </Fact>
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className="grid gap-0.5 sm:grid-cols-[9rem_1fr] sm:gap-3">
      <dt className="text-muted-foreground">{name}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </div>
  )
}
