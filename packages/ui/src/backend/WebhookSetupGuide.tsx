import { useT } from '@open-mercato/shared/lib/i18n/context'
import type { IntegrationCredentialWebhookHelp } from '@open-mercato/shared/modules/integrations/types'
import { CircleHelp } from 'lucide-react'
import { Button } from '../primitives/button.tsx'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from '../primitives/dialog.tsx'

export type WebhookSetupGuideProps = {
  guide: IntegrationCredentialWebhookHelp
  buttonLabel?: string
  className?: string
}

/** The steps that have to be done on the other company's website, one click away from the field. */
export function WebhookSetupGuide({ guide, buttonLabel, className }: WebhookSetupGuideProps) {
  const t = useT()
  return (
    <Dialog>
      <DialogTrigger asChild>
        <Button variant="outline" size="sm" className={className}>
          <CircleHelp aria-hidden="true" />
          {buttonLabel ?? t('ui.webhook_guide.open', 'How to set this up')}
        </Button>
      </DialogTrigger>
      <DialogContent size="lg">
        <DialogHeader>
          <DialogTitle>{guide.title}</DialogTitle>
          <DialogDescription>{guide.summary}</DialogDescription>
        </DialogHeader>
        <ol className="grid gap-3 text-sm leading-relaxed">
          {guide.steps.map((step, position) => (
            <li key={step} className="flex gap-3">
              <span
                aria-hidden="true"
                className="flex size-6 shrink-0 items-center justify-center rounded-full bg-primary-soft text-xs font-semibold text-primary-soft-foreground"
              >
                {position + 1}
              </span>
              <span>{step}</span>
            </li>
          ))}
        </ol>
        <dl className="grid gap-x-6 gap-y-2 rounded-lg bg-muted p-4 text-sm sm:grid-cols-[auto_1fr]">
          <Fact term={t('ui.webhook_guide.address', 'Address')} code={guide.endpointPath} />
          <Fact term={t('ui.webhook_guide.place', 'Where')} text={guide.dashboardPathLabel} />
          {guide.events?.length ? (
            <Fact term={t('ui.webhook_guide.events', 'Subscribe to')} code={guide.events.join(', ')} />
          ) : null}
          {guide.localDevelopment ? (
            <>
              <Fact
                term={t('ui.webhook_guide.tunnel', 'On your own machine')}
                code={guide.localDevelopment.tunnelCommand}
              />
              <Fact
                term={t('ui.webhook_guide.public_address', 'Public address')}
                code={guide.localDevelopment.publicUrlExample}
              />
            </>
          ) : null}
        </dl>
        {guide.localDevelopment?.note ? (
          <p className="text-sm text-muted-foreground">{guide.localDevelopment.note}</p>
        ) : null}
      </DialogContent>
    </Dialog>
  )
}

function Fact({ term, text, code }: { term: string; text?: string; code?: string }) {
  return (
    <>
      <dt className="text-muted-foreground">{term}</dt>
      <dd className="min-w-0 break-words">
        {code ? <code className="font-mono text-xs">{code}</code> : text}
      </dd>
    </>
  )
}
