import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { ExplanationView } from '../../lib/explanation/explanation-view.ts'
import type { Message } from '../inbox/model/message.ts'
import { Facts } from './Facts.tsx'
import { Judgement } from './Judgement.tsx'
import { stepsOf } from './steps.ts'
import { VerdictBox } from './VerdictBox.tsx'

type ExplanationProps = { message: Message; explanation: ExplanationView; providerKey: string }

/** The end first, then what kind of message it is, then every time it was asked whether it may leave. */
export function Explanation({ message, explanation, providerKey }: ExplanationProps) {
  const t = useT()
  const steps = stepsOf(message, explanation)
  return (
    <div className="grid gap-5">
      <VerdictBox message={message} explanation={explanation} providerKey={providerKey} />
      <Facts message={message} explanation={explanation} />
      {steps.length > 0 ? (
        <section className="grid gap-3">
          <h3 className="text-sm font-semibold">{t('communication_channels.explanation.steps')}</h3>
          <ol className="grid gap-4 border-s-2 ps-4">
            {steps.map((step) => (
              <Judgement key={step.key} step={step} />
            ))}
          </ol>
        </section>
      ) : null}
    </div>
  )
}
