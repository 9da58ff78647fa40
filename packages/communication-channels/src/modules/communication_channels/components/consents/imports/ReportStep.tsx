import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import type { ConsentImport } from './consentImport.ts'
import { ImportNumbers } from './ImportNumbers.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { RowList } from './RowList.tsx'
import { StopButton } from './StopButton.tsx'

type ReportStepProps = {
  one: ConsentImport
  mayManage: boolean
  onClose: () => void
  onAgain: () => void
}

/** How far recording has got, and in the end what became of every row. */
export function ReportStep({ one, mayManage, onClose, onAgain }: ReportStepProps) {
  const t = useT()
  const locale = useLocale()
  const number = new Intl.NumberFormat(locale)
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`communication_channels.consents.import.${key}`, values)
  const count = number.format(one.recorded)
  const left = one.sound - one.done
  const isCutShort = one.state === 'cancelled' && left > 0
  if (one.state === 'running') {
    return (
      <>
        <ImportProgress one={one} />
        <p className="text-sm text-muted-foreground">{say('leave')}</p>
        {mayManage ? <StopButton one={one} /> : null}
      </>
    )
  }
  return (
    <>
      <Alert status={one.state === 'finished' ? 'success' : 'warning'}>
        <AlertTitle>{say(one.state === 'finished' ? 'finished' : 'stopped', { count })}</AlertTitle>
        {isCutShort || one.faulty > 0 ? (
          <AlertDescription>
            {isCutShort ? (
              <p>{say(left === 1 ? 'stopped.left.one' : 'stopped.left', { count: number.format(left) })}</p>
            ) : null}
            {one.faulty > 0 ? say('finished.faulty', { count: number.format(one.faulty) }) : null}
          </AlertDescription>
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
      <div className="flex flex-col-reverse gap-2 sm:flex-row sm:justify-end">
        <Button variant="outline" onClick={onClose}>
          {say('done')}
        </Button>
        {isCutShort && mayManage ? <Button onClick={onAgain}>{say('stopped.again')}</Button> : null}
      </div>
    </>
  )
}
