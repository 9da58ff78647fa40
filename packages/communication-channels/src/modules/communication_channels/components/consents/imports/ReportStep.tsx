import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import type { ConsentImport } from './consentImport.ts'
import { ImportNumbers } from './ImportNumbers.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { RowList } from './RowList.tsx'
import { useSteerImport } from './useImportActs.ts'

type ReportStepProps = { one: ConsentImport; mayManage: boolean; onClose: () => void }

/** How far recording has got, and in the end what became of every row. */
export function ReportStep({ one, mayManage, onClose }: ReportStepProps) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const steer = useSteerImport(one.id)
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`communication_channels.consents.import.${key}`, values)
  const count = number.format(one.recorded)
  if (one.state === 'running') {
    return (
      <>
        <ImportProgress one={one} />
        <p className="text-sm text-muted-foreground">{say('leave')}</p>
        {mayManage ? (
          <Button
            variant="destructive-outline"
            className="justify-self-end"
            disabled={steer.isPending}
            onClick={() => steer.mutate('cancel')}
          >
            {say('stop')}
          </Button>
        ) : null}
      </>
    )
  }
  return (
    <>
      <Alert status={one.state === 'finished' ? 'success' : 'warning'}>
        <AlertTitle>{say(one.state === 'finished' ? 'finished' : 'stopped', { count })}</AlertTitle>
        {one.faulty > 0 ? (
          <AlertDescription>{say('finished.faulty', { count: number.format(one.faulty) })}</AlertDescription>
        ) : null}
      </Alert>
      <ImportNumbers one={one} />
      {one.overruled > 0 ? (
        <p className="text-sm leading-relaxed text-muted-foreground">{say('overruled.why')}</p>
      ) : null}
      {one.repeated > 0 ? (
        <p className="text-sm leading-relaxed text-muted-foreground">{say('repeated.why')}</p>
      ) : null}
      {one.faulty > 0 ? <RowList one={one} state="faulty" mayExport={mayManage} /> : null}
      {one.overruled > 0 ? <RowList one={one} state="overruled" mayExport={mayManage} /> : null}
      <Button variant="outline" className="justify-self-end" onClick={onClose}>
        {say('done')}
      </Button>
    </>
  )
}
