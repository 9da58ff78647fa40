import { useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { LocateFixed } from 'lucide-react'
import type { ClipboardEvent } from 'react'
import type { DraftProps } from '../attach/attachment.ts'
import { DraftInput } from '../attach/DraftInput.tsx'
import { limits } from '../limits.ts'
import { readCoordinates } from './coordinates.ts'
import { type LocationDraft, latitudeOf, longitudeOf } from './locationDraft.ts'
import { useOwnPosition } from './useOwnPosition.ts'

export function LocationForm({ draft, onChange }: DraftProps<LocationDraft>) {
  const t = useT()
  const say = (key: string) => t(`communication_channels.inbox.composer.location.${key}`)
  const change = (part: Partial<LocationDraft>) => onChange({ ...draft, ...part })
  const position = useOwnPosition((coordinates) => change(coordinates))
  const pasteBoth = (event: ClipboardEvent) => {
    const coordinates = readCoordinates(event.clipboardData.getData('text'))
    if (!coordinates) return
    event.preventDefault()
    change(coordinates)
  }
  /** A pair that was typed, or put there by the browser, stands in one of the fields. */
  const splitBoth = () => {
    const both = [
      latitudeOf(draft) === null ? readCoordinates(draft.latitude) : null,
      longitudeOf(draft) === null ? readCoordinates(draft.longitude) : null,
    ]
    change(both.find((coordinates) => coordinates !== null) ?? {})
  }
  const coordinate = (part: 'latitude' | 'longitude') => (
    <DraftInput
      path={`content.${part}`}
      label={say(part)}
      value={draft[part]}
      onChange={(value) => change({ [part]: value })}
      onPaste={pasteBoth}
      onBlur={splitBoth}
      limit={limits.degrees}
      required
    />
  )
  return (
    <>
      <DraftInput
        path="content.name"
        label={say('name')}
        value={draft.name}
        onChange={(name) => change({ name })}
        limit={limits.place}
      />
      <DraftInput
        path="content.address"
        label={say('address')}
        value={draft.address}
        onChange={(address) => change({ address })}
        limit={limits.place}
      />
      <div className="grid gap-2">
        <div className="grid items-start gap-4 min-[26rem]:grid-cols-2">
          {coordinate('latitude')}
          {coordinate('longitude')}
        </div>
        <p className="text-[0.8125rem] leading-relaxed text-muted-foreground">{say('paste')}</p>
      </div>
      {position.isOffered ? (
        <div className="grid justify-items-start gap-1.5">
          <Button variant="outline" size="sm" onClick={position.find} disabled={position.isFinding}>
            {position.isFinding ? <Spinner size="sm" /> : <LocateFixed />}
            {say('own')}
          </Button>
          <p role="status" className="text-[0.8125rem] text-status-error-text empty:hidden">
            {position.failure ? say(`own.${position.failure}`) : null}
          </p>
        </div>
      ) : null}
    </>
  )
}
