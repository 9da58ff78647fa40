import { useT } from '@open-mercato/shared/lib/i18n/context'
import { healthFacts } from './healthTexts.ts'

type HealthDetailsProps = { integrationId: string; details: Record<string, unknown> }

/** What the integration wants to say beyond its status. */
export function HealthDetails({ integrationId, details }: HealthDetailsProps) {
  const t = useT()
  const facts = healthFacts(t, integrationId, details)
  if (facts.length === 0) return null
  return (
    <dl className="grid gap-x-6 gap-y-1.5 rounded-lg bg-muted p-4 text-[0.8125rem] sm:grid-cols-[auto_1fr]">
      {facts.map(({ name, label, value }) => (
        <div key={name} className="contents">
          <dt className="text-muted-foreground">{label}</dt>
          <dd className="min-w-0 whitespace-pre-wrap leading-5 [overflow-wrap:anywhere]">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
