import { useT } from '@open-mercato/shared/lib/i18n/context'
import { MapPin } from 'lucide-react'
import type { LocationContent } from '../../model/message.ts'
import { mapLink, webLink } from '../../model/safeLink.ts'
import { FactCard } from './FactCard.tsx'
import { OutsideLink } from './OutsideLink.tsx'

export function LocationBody({ content }: { content: LocationContent }) {
  const t = useT()
  const { latitude, longitude, name, address } = content
  const page = webLink(content.url)
  return (
    <FactCard
      Icon={MapPin}
      title={<bdi>{name ?? t('communication_channels.inbox.kind.location')}</bdi>}
      detail={address ? <bdi>{address}</bdi> : undefined}
    >
      <p className="text-[0.8125rem] tabular-nums text-muted-foreground">
        <bdi dir="ltr">
          {latitude.toFixed(5)}, {longitude.toFixed(5)}
        </bdi>
      </p>
      <p className="mt-1 flex flex-wrap gap-x-4">
        <OutsideLink href={mapLink(latitude, longitude)}>
          {t('communication_channels.inbox.location.openMap')}
        </OutsideLink>
        {page ? (
          <OutsideLink href={page}>{t('communication_channels.inbox.location.openPage')}</OutsideLink>
        ) : null}
      </p>
    </FactCard>
  )
}
