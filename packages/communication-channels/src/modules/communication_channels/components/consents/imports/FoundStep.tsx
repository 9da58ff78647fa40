import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert, AlertDescription, AlertTitle } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { problemText } from '../../inbox/model/problemText.ts'
import { timeText } from '../person/consentWords.ts'
import type { ConsentImport } from './consentImport.ts'
import { ImportNumbers } from './ImportNumbers.tsx'
import { ImportProgress } from './ImportProgress.tsx'
import { RowList } from './RowList.tsx'
import { useSteerImport } from './useImportActs.ts'

type FoundStepProps = {
  one: ConsentImport
  mayManage: boolean
  onClose: () => void
  onAgain: () => void
}

/** What was found in the file. Nothing of it is recorded yet. */
export function FoundStep({ one, mayManage, onClose, onAgain }: FoundStepProps) {
  const t = useT()
  const locale = useLocale()
  const steer = useSteerImport(one.id)
  const say = (key: string, values: Record<string, string> = {}) =>
    t(`communication_channels.consents.import.${key}`, values)
  if (one.state === 'checking') {
    return (
      <>
        <ImportProgress one={one} />
        <p className="text-sm text-muted-foreground">{say('leave')}</p>
      </>
    )
  }
  if (one.state === 'failed') return <NoList one={one} onAgain={mayManage ? onAgain : null} />
  const number = new Intl.NumberFormat(locale)
  const count = number.format(one.sound)
  const isChecked = one.state === 'checked'
  return (
    <>
      {isChecked ? (
        <Alert status={one.sound === 0 ? 'error' : one.faulty + one.overruled > 0 ? 'warning' : 'success'}>
          <AlertTitle>{say(one.sound === 0 ? 'found.none' : 'found', { count })}</AlertTitle>
          <AlertDescription>
            {say('found.yet')}
            {one.overruled > 0 ? (
              <p>{say('found.overruled', { count: number.format(one.overruled) })}</p>
            ) : null}
          </AlertDescription>
        </Alert>
      ) : (
        <Alert status="information">
          <AlertDescription>{say('cancelled')}</AlertDescription>
        </Alert>
      )}
      {isChecked && one.sameRecordedAt ? (
        <Alert status="information">
          <AlertDescription>{say('same', { time: timeText(one.sameRecordedAt, locale) })}</AlertDescription>
        </Alert>
      ) : null}
      <ImportNumbers one={one} />
      {one.ignoredColumns.length > 0 ? (
        <p className="text-sm text-muted-foreground [overflow-wrap:anywhere]">
          {say('ignored', { columns: one.ignoredColumns.join(', ') })}
        </p>
      ) : null}
      {one.faulty > 0 ? <RowList one={one} state="faulty" mayExport={mayManage} /> : null}
      {isChecked && one.overruled > 0 ? <RowList one={one} state="overruled" mayExport={mayManage} /> : null}
      {isChecked && mayManage ? (
        <div className="sticky bottom-0 -mx-5 flex flex-col-reverse gap-2 border-t bg-popover px-5 py-3 sm:flex-row sm:justify-end">
          <Button variant="outline" disabled={steer.isPending} onClick={() => steer.mutate('cancel')}>
            {say('discard')}
          </Button>
          {one.sound > 0 ? (
            <Button disabled={steer.isPending} onClick={() => steer.mutate('start')}>
              {steer.isPending ? <Spinner size="sm" /> : null}
              {say(one.sound === 1 ? 'start.one' : 'start', { count })}
            </Button>
          ) : (
            <Button onClick={onAgain}>{say('again')}</Button>
          )}
        </div>
      ) : (
        <Button variant="outline" className="justify-self-end" onClick={onClose}>
          {say('done')}
        </Button>
      )}
    </>
  )
}

function NoList({ one, onAgain }: { one: ConsentImport; onAgain: (() => void) | null }) {
  const t = useT()
  const { problem } = one
  const { reason, action } = problem
    ? problemText(t, '', problem)
    : { reason: t('communication_channels.problem.other.reason'), action: null }
  const line = problem?.line ?? null
  return (
    <>
      <Alert status="error">
        <AlertTitle>
          {one.sound > 0
            ? t('communication_channels.consents.imports.state.failed')
            : line === null
              ? t('communication_channels.consents.import.noList')
              : t('communication_channels.consents.import.noList.line', { line: String(line) })}
        </AlertTitle>
        <AlertDescription>
          {reason} {action}
        </AlertDescription>
      </Alert>
      {one.done > 0 ? <ImportNumbers one={one} /> : null}
      {onAgain ? (
        <Button className="justify-self-end" onClick={onAgain}>
          {t('communication_channels.consents.import.again')}
        </Button>
      ) : null}
    </>
  )
}
