import { useT } from '@open-mercato/shared/lib/i18n/context'
import { MapPin } from 'lucide-react'
import { Gap } from '../attach/Gap.tsx'
import { PreviewBubble } from '../attach/PreviewBubble.tsx'
import { type LocationDraft, latitudeOf, longitudeOf } from './locationDraft.ts'

export function LocationPreview({ draft }: { draft: LocationDraft }) {
  const t = useT()
  const latitude = latitudeOf(draft)
  const longitude = longitudeOf(draft)
  return (
    <PreviewBubble
      top={
        <div className="flex h-24 items-center justify-center bg-[repeating-linear-gradient(0deg,transparent_0_1.4rem,var(--border)_1.4rem_1.5rem),repeating-linear-gradient(90deg,transparent_0_1.9rem,var(--border)_1.9rem_2rem)] bg-muted">
          <MapPin aria-hidden="true" className="size-8 fill-status-error-bg text-status-error-icon" />
        </div>
      }
    >
      {draft.name.trim() ? (
        <p dir="auto" className="text-start font-medium [overflow-wrap:anywhere]">
          {draft.name}
        </p>
      ) : null}
      {draft.address.trim() ? (
        <p dir="auto" className="text-start text-sm [overflow-wrap:anywhere]">
          {draft.address}
        </p>
      ) : null}
      <p className="text-[0.8125rem] text-muted-foreground">
        {latitude === null || longitude === null ? (
          <Gap>{t('communication_channels.inbox.composer.location.nowhere')}</Gap>
        ) : (
          <bdi className="tabular-nums">
            {latitude}, {longitude}
          </bdi>
        )}
      </p>
    </PreviewBubble>
  )
}
