import { useT } from '@open-mercato/shared/lib/i18n/context'
import { mapCrudServerErrorToFormErrors } from '@open-mercato/ui/backend/utils/serverErrors'
import { useInFlightGuard } from '@open-mercato/ui/hooks/useInFlightGuard'
import { Alert, AlertDescription } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Card,
  CardAction,
  CardContent,
  CardDescription,
  CardHeader,
  CardTitle,
} from '@open-mercato/ui/primitives/card'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { formatDate } from '@open-mercato/ui/utils/format'
import { Activity } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { HealthBadge } from '../HealthBadge.tsx'
import { HealthDetails } from './HealthDetails.tsx'
import { healthSentence } from './healthTexts.ts'
import { type HealthCheckAnswer, type IntegrationDetail, useIntegrationActions } from './integrationDetail.ts'

export function HealthTab({ detail, mayCheck }: { detail: IntegrationDetail; mayCheck: boolean }) {
  const t = useT()
  const { integration, state } = detail
  const [answer, setAnswer] = useState<HealthCheckAnswer | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const { isPending, run } = useInFlightGuard()
  const { checkHealth } = useIntegrationActions(integration.id)
  const status = answer?.status ?? state.lastHealthStatus
  const latencyMs = answer ? answer.latencyMs : state.lastHealthLatencyMs
  const sentence = answer && healthSentence(t, integration.id, answer)
  const checkedAt = formatDate(answer?.checkedAt ?? state.lastHealthCheckedAt)

  const check = () =>
    run(async () => {
      setProblem(null)
      try {
        setAnswer(await checkHealth())
      } catch (error) {
        const { message } = mapCrudServerErrorToFormErrors(error)
        setProblem(message ?? t('integrations.health.failed', 'The check could not be run.'))
      }
    })

  return (
    <Card className="max-w-2xl">
      <CardHeader>
        <CardTitle>{t('integrations.health.title', 'Connection check')}</CardTitle>
        <CardDescription>
          {t('integrations.health.description', 'Asks the service itself whether it would work right now.')}
        </CardDescription>
        {mayCheck ? (
          <CardAction>
            <Button variant="outline" onClick={check} disabled={isPending}>
              {isPending ? <Spinner size="sm" /> : <Activity aria-hidden="true" />}
              {isPending
                ? t('integrations.health.running', 'Checking…')
                : t('integrations.health.run', 'Check now')}
            </Button>
          </CardAction>
        ) : null}
      </CardHeader>
      <CardContent className="grid gap-4" aria-live="polite">
        {problem ? (
          <Alert status="error">
            <AlertDescription>{problem}</AlertDescription>
          </Alert>
        ) : null}
        <dl className="grid grid-cols-2 gap-4 text-sm sm:grid-cols-3">
          <Fact term={t('integrations.health.status', 'Status')}>
            <HealthBadge status={status} />
          </Fact>
          <Fact term={t('integrations.health.latency', 'Answered in')}>
            {latencyMs === null ? '–' : `${latencyMs} ms`}
          </Fact>
          <Fact term={t('integrations.health.checked_at', 'Last checked')}>{checkedAt ?? '–'}</Fact>
        </dl>
        {sentence ? <p className="text-sm">{sentence}</p> : null}
        {answer?.details ? <HealthDetails integrationId={integration.id} details={answer.details} /> : null}
      </CardContent>
    </Card>
  )
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid content-start gap-1">
      <dt className="text-[0.8125rem] text-muted-foreground">{term}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  )
}
