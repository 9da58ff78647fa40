import { LoadingMessage, RecordNotFoundState } from '@open-mercato/ui/backend/detail'
import {
  Sheet,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from '@open-mercato/ui/primitives/sheet'
import { languageName } from '../../../lib/templates/language-name.ts'
import { ProviderRequestFailed } from '../../request.ts'
import { readableName } from '../../templates/templateChoices.ts'
import type { ManagedTemplate } from '../data/template.ts'
import { useManagedTemplate } from '../data/useManagedTemplate.ts'
import { NotRead } from '../parts/NotRead.tsx'
import { useFormats, useSay } from '../words/useSay.ts'
import { TemplateDetail } from './TemplateDetail.tsx'

type TemplateSheetProps = { id: string; mayManage: boolean; onClose: () => void }

/** One template, beside the list it is from; on a phone instead of it. */
export function TemplateSheet({ id, mayManage, onClose }: TemplateSheetProps) {
  const say = useSay()
  const { data, isError, error, refetch } = useManagedTemplate(id)
  const isGone = error instanceof ProviderRequestFailed && error.status === 404
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent
        className="w-[min(46rem,100vw)]"
        closeLabel={say('detail.close')}
        tabIndex={-1}
        onOpenAutoFocus={(event) => {
          // The first button would be one that changes something.
          event.preventDefault()
          ;(event.currentTarget as HTMLElement).focus()
        }}
      >
        <SheetHeader>
          <SheetTitle>
            {data ? <bdi>{readableName(data.template.name)}</bdi> : say('detail.title')}
          </SheetTitle>
          <SheetDescription>
            {data ? <Facts template={data.template} /> : say('detail.loading')}
          </SheetDescription>
        </SheetHeader>
        <div className="grid grid-cols-1 gap-5 px-5 pb-8">
          {data && !isGone ? (
            <TemplateDetail known={data} mayManage={mayManage} onClose={onClose} />
          ) : isGone ? (
            <RecordNotFoundState
              label={say('detail.gone.title')}
              description={say('detail.gone.description')}
            />
          ) : isError ? (
            <NotRead label={say('detail.failed')} error={error} onRetry={refetch} />
          ) : (
            <LoadingMessage label={say('detail.loading')} />
          )}
        </div>
      </SheetContent>
    </Sheet>
  )
}

function Facts({ template }: Pick<ManagedTemplate, 'template'>) {
  const { locale } = useFormats()
  return (
    <span className="[overflow-wrap:anywhere]">
      {languageName(template.language, locale)} · <bdi>{template.accountName}</bdi> ·{' '}
      <code dir="ltr" className="font-mono text-xs">
        {template.name}
      </code>
    </span>
  )
}
