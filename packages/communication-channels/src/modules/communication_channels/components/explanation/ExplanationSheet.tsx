import { useT } from '@open-mercato/shared/lib/i18n/context'
import { ErrorMessage } from '@open-mercato/ui/backend/detail'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Sheet,
  SheetContent,
  SheetDescription,
  SheetHeader,
  SheetTitle,
} from '@open-mercato/ui/primitives/sheet'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { contentWords } from '../inbox/model/contentWords.ts'
import type { Message } from '../inbox/model/message.ts'
import { Explanation } from './Explanation.tsx'
import { useExplanation } from './useExplanation.ts'

type ExplanationSheetProps = { message: Message; providerKey: string; onClose: () => void }

/** Why a message of ours went out, or did not: for whoever has to answer for it. */
export function ExplanationSheet({ message, providerKey, onClose }: ExplanationSheetProps) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.explanation.${key}`)
  const { data, isError, refetch } = useExplanation(message.id)
  return (
    <Sheet open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <SheetContent className="w-[min(32rem,100vw)]" closeLabel={say('close')}>
        <SheetHeader>
          <SheetTitle>{say('title')}</SheetTitle>
          <SheetDescription className="line-clamp-2 [overflow-wrap:anywhere]">
            <bdi>{contentWords(t, message.content)}</bdi>
          </SheetDescription>
        </SheetHeader>
        <div className="px-5 pb-6">
          {data ? (
            <Explanation message={message} explanation={data} providerKey={providerKey} />
          ) : isError ? (
            <ErrorMessage
              label={say('failed')}
              action={
                <Button variant="outline" onClick={() => void refetch()}>
                  {say('retry')}
                </Button>
              }
            />
          ) : (
            <div role="status" className="grid gap-3">
              <span className="sr-only">{say('loading')}</span>
              <Skeleton className="h-20" />
              <Skeleton className="h-32" />
            </div>
          )}
        </div>
      </SheetContent>
    </Sheet>
  )
}
