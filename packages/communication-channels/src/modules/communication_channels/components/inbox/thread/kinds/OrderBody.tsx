import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { ShoppingCart } from 'lucide-react'
import type { OrderContent } from '../../model/message.ts'
import { moneyText } from '../../model/money.ts'
import { RichText } from './RichText.tsx'
import { Words } from './Words.tsx'

/** A cart as the customer sent it, with the prices they saw. */
export function OrderBody({ content }: { content: OrderContent }) {
  const t = useT()
  const locale = useLocale()
  const key = 'communication_channels.inbox.order'
  const totals = content.totals?.map(({ amount, currency }) => moneyText(amount, currency, locale))
  return (
    <div className="min-w-56">
      <p className="flex items-center gap-2 font-medium">
        <ShoppingCart aria-hidden="true" className="size-4 shrink-0 text-primary" />
        {t(`${key}.title`)}
      </p>
      <ul className="mt-1.5 grid gap-1.5 text-sm">
        {content.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same product may be in a cart twice
          <li key={index} className="flex items-baseline gap-3">
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
              <bdi className="font-medium">{item.productId}</bdi>
              <span className="block text-[0.8125rem] tabular-nums text-muted-foreground">
                <bdi>
                  {item.quantity.toLocaleString(locale)} × {moneyText(item.unitPrice, item.currency, locale)}
                </bdi>
              </span>
            </span>
            <bdi className="shrink-0 tabular-nums">{moneyText(item.lineTotal, item.currency, locale)}</bdi>
          </li>
        ))}
      </ul>
      <p className="mt-2 flex items-baseline justify-between gap-3 border-t pt-1.5 font-semibold">
        <span>{t(`${key}.total`)}</span>
        <bdi className="text-end tabular-nums">{totals?.length ? totals.join(' + ') : '—'}</bdi>
      </p>
      {content.text ? (
        <Words className="mt-1.5">
          <RichText text={content.text} />
        </Words>
      ) : null}
    </div>
  )
}
