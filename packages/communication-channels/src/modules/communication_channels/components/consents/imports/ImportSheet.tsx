import { useT } from '@open-mercato/shared/lib/i18n/context'
import { LoadingMessage, RecordNotFoundState } from '@open-mercato/ui/backend/detail'
import {
  Sheet,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from '@open-mercato/ui/primitives/sheet'
import { useState } from 'react'
import { isFinal } from '../../inbox/data/request.ts'
import { NotLoaded } from '../../NotLoaded.tsx'
import { ChooseStep } from './ChooseStep.tsx'
import { type ImportDefaults, stepOf } from './consentImport.ts'
import { FoundStep } from './FoundStep.tsx'
import { ImportSteps } from './ImportSteps.tsx'
import { ReportStep } from './ReportStep.tsx'
import { useImport } from './useImports.ts'

type ImportSheetProps = {
  /** Null for one that is to be handed in. */
  id: string | null
  mayManage: boolean
  onOpen: (id: string) => void
  onClose: () => void
}

/** An import from choosing the file to its report. Where it is stands in the address, so it is found again. */
export function ImportSheet({ id, mayManage, onOpen, onClose }: ImportSheetProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.consents.import.${key}`)
  const { data, isError, error, refetch } = useImport(id)
  const step = stepOf(id === null ? null : (data ?? null))
  const [defaults, setDefaults] = useState<ImportDefaults | null>(null)
  const again = () => {
    setDefaults(data?.defaults ?? null)
    onOpen('new')
  }
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        className="w-[min(46rem,100vw)]"
        closeLabel={say('close')}
        tabIndex={-1}
        onOpenAutoFocus={(event) => {
          event.preventDefault()
          ;(event.currentTarget as HTMLElement).focus()
        }}
      >
        <SheetHeader>
          <SheetTitle>{data ? <bdi>{data.fileName}</bdi> : say('title')}</SheetTitle>
          <SheetDescription>{say('description')}</SheetDescription>
        </SheetHeader>
        <div className="grid grid-cols-1 gap-5 px-5 pb-6">
          {id === null || data ? <ImportSteps step={step} /> : null}
          {id === null ? (
            <ChooseStep defaults={defaults} onTaken={onOpen} onClose={onClose} />
          ) : !data ? (
            isError && isFinal(error) ? (
              <RecordNotFoundState label={say('gone')} description={say('gone.why')} />
            ) : isError ? (
              <NotLoaded label={say('failed')} onRetry={() => refetch()} />
            ) : (
              <LoadingMessage label={say('loading')} />
            )
          ) : step === 3 ? (
            <ReportStep one={data} mayManage={mayManage} onClose={onClose} onAgain={again} />
          ) : (
            <FoundStep one={data} mayManage={mayManage} onClose={onClose} onAgain={again} />
          )}
        </div>
      </SheetContent>
    </Sheet>
  )
}
