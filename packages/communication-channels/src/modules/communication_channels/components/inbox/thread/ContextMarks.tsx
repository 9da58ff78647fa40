import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Forward, Megaphone, Package } from 'lucide-react'
import type { Message } from '../model/message.ts'
import { webLink } from '../model/safeLink.ts'
import { OutsideLink } from './kinds/OutsideLink.tsx'
import { Words } from './kinds/Words.tsx'

/** Where a message comes from: passed on, written from an advertisement or from a product's page. */
export function ContextMarks({ context }: { context: Message['context'] }) {
  const t = useT()
  const { forwarded, product, referral } = context
  return (
    <>
      {forwarded ? (
        <p className="flex items-center gap-1 text-xs italic text-muted-foreground">
          <Forward aria-hidden="true" className="size-3.5 rtl:-scale-x-100" />
          {t(`communication_channels.inbox.forwarded.${forwarded}`)}
        </p>
      ) : null}
      {referral ? <ReferralCard referral={referral} /> : null}
      {product ? (
        <p className="flex items-start gap-2 rounded-md bg-foreground/5 px-2 py-1 text-[0.8125rem] leading-snug">
          <Package aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-primary" />
          <span className="min-w-0 [overflow-wrap:anywhere]">
            <span className="block text-xs text-muted-foreground">
              {t('communication_channels.inbox.aboutProduct')}
            </span>
            <bdi className="font-medium">{product.productId}</bdi>
          </span>
        </p>
      ) : null}
    </>
  )
}

function ReferralCard({ referral }: { referral: NonNullable<Message['context']['referral']> }) {
  const t = useT()
  const { sourceType, headline, body, sourceUrl } = referral
  const href = webLink(sourceUrl)
  return (
    <div className="rounded-md bg-foreground/5 px-2 py-1.5 text-[0.8125rem] leading-snug">
      <p className="flex items-center gap-1 text-xs text-muted-foreground">
        <Megaphone aria-hidden="true" className="size-3.5 shrink-0" />
        {t(`communication_channels.inbox.referral.${sourceType === 'post' ? 'post' : 'ad'}`)}
      </p>
      {headline ? <Words className="font-medium">{headline}</Words> : null}
      {body ? <Words className="line-clamp-4">{body}</Words> : null}
      {href ? <OutsideLink href={href}>{new URL(href).hostname}</OutsideLink> : null}
    </div>
  )
}
