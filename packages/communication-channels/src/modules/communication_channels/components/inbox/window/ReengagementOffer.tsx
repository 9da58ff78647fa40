import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Alert } from '@open-mercato/ui/primitives/alert'
import { Button } from '@open-mercato/ui/primitives/button'
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from '@open-mercato/ui/primitives/dialog'
import { Skeleton } from '@open-mercato/ui/primitives/skeleton'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { MessageCircleReply, SendHorizontal } from 'lucide-react'
import { useState } from 'react'
import { PreviewFrame } from '../composer/attach/PreviewFrame.tsx'
import { problemText } from '../model/problemText.ts'
import { clockTime, fullTime } from '../model/times.ts'
import { TemplateCard } from '../thread/kinds/TemplateCard.tsx'
import { useReengagement } from './useReengagement.ts'

type ReengagementOfferProps = {
  conversationId: string
  providerKey: string
  /** They were asked, and have not answered. */
  askedAt: string | null
}

/** After the window closed: one click shows the template that asks the customer to write again, a second one sends it. */
export function ReengagementOffer({ conversationId, providerKey, askedAt }: ReengagementOfferProps) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string) => t(`communication_channels.inbox.reengagement.${key}`)
  const [isShown, setShown] = useState(false)
  const { preview, send, isSending, failure } = useReengagement(conversationId, isShown, () =>
    setShown(false),
  )
  const problem = failure ?? preview.error
  const content = preview.data?.content
  return (
    <>
      {askedAt ? (
        <p
          className="flex items-center gap-1.5 text-sm text-muted-foreground"
          title={fullTime(askedAt, locale)}
        >
          <MessageCircleReply aria-hidden="true" className="size-4 shrink-0 rtl:-scale-x-100" />
          {t('communication_channels.inbox.reengagement.asked', { time: clockTime(askedAt, locale) })}
        </p>
      ) : (
        <Button variant="outline" className="w-full sm:w-auto" onClick={() => setShown(true)}>
          <MessageCircleReply className="rtl:-scale-x-100" />
          {say('offer')}
        </Button>
      )}
      <Dialog open={isShown} onOpenChange={setShown}>
        <DialogContent>
          <DialogHeader>
            <DialogTitle>{say('title')}</DialogTitle>
            <DialogDescription>{say('description')}</DialogDescription>
          </DialogHeader>
          {preview.isPending ? <Skeleton className="h-36 w-full" /> : null}
          {content ? (
            <PreviewFrame>
              <div className="w-full max-w-80 overflow-hidden rounded-2xl rounded-ee-md border border-primary/15 bg-primary-soft leading-snug shadow-xs">
                <TemplateCard content={content} timeLine={null} />
              </div>
            </PreviewFrame>
          ) : null}
          {preview.isSuccess && !content ? <Alert status="warning">{say('gone')}</Alert> : null}
          {problem ? <Problem error={problem} providerKey={providerKey} /> : null}
          <DialogFooter>
            <Button variant="outline" onClick={() => setShown(false)}>
              {t('communication_channels.inbox.cancel')}
            </Button>
            <Button disabled={!content || isSending} onClick={() => void send()}>
              {isSending ? <Spinner size="sm" /> : <SendHorizontal className="rtl:-scale-x-100" />}
              {say('send')}
            </Button>
          </DialogFooter>
        </DialogContent>
      </Dialog>
    </>
  )
}

function Problem({ error, providerKey }: { error: Error; providerKey: string }) {
  const t = useT()
  const { code = 'other', action = null } = error as { code?: string; action?: string | null }
  const said = problemText(t, providerKey, { code, message: error.message, action })
  return (
    <Alert status="error">
      <p className="font-medium">{said.reason}</p>
      {said.action ? <p>{said.action}</p> : null}
    </Alert>
  )
}
