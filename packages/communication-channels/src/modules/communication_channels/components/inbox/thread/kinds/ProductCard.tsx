import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Package } from 'lucide-react'
import { FactCard } from './FactCard.tsx'

export function ProductCard({ productId }: { productId: string }) {
  const t = useT()
  return (
    <FactCard
      Icon={Package}
      title={<bdi>{productId}</bdi>}
      detail={t('communication_channels.inbox.interactive.product')}
    />
  )
}
