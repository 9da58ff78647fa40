import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Button } from '@open-mercato/ui/primitives/button'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { Spinner } from '@open-mercato/ui/primitives/spinner'
import { RotateCw, X } from 'lucide-react'
import { useState } from 'react'
import type { Tray } from '../../data/tray/createTray.ts'
import { formatName } from '../../model/documentKind.ts'
import { byteText } from '../../model/file.ts'
import { cutMiddle } from '../../model/fileName.ts'
import { problemText } from '../../model/problemText.ts'
import { canHaveCaption, isHopeless, standing, type TrayItem } from '../../model/trayItem.ts'
import { CaptionField } from './CaptionField.tsx'
import { ConversionPrompt } from './ConversionPrompt.tsx'
import { isPlayable, TrayPlayer } from './TrayPlayer.tsx'
import { TrayPreview } from './TrayPreview.tsx'
import { UploadBar } from './UploadBar.tsx'
import { UsePicker } from './UsePicker.tsx'

type TrayRowProps = {
  tray: Tray
  item: TrayItem
  providerKey: string
  /** The text in the composer is its caption. */
  isCaptionedBelow: boolean
  onSend: () => void
  onRemoved: () => void
}

export function TrayRow(props: TrayRowProps) {
  const { tray, providerKey, isCaptionedBelow, onSend, onRemoved } = props
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string>) =>
    t(`communication_channels.inbox.tray.${key}`, values)
  // A recording has a name for machines only.
  const item = props.item.isRecorded ? { ...props.item, name: say('as.voice') } : props.item
  const [isPlaying, setIsPlaying] = useState(false)
  const { key, name, byteSize, mimeType, stage, problem, isRecorded } = item
  const isOnItsWay = stage === 'waiting' || stage === 'uploading'
  const facts = [
    isRecorded ? null : formatName(mimeType || null, name),
    byteSize === null ? null : byteText(byteSize, locale),
  ]
  // That it goes out as what it is goes without saying.
  const hasChoice = stage === 'ready' && !(isRecorded && standing(item)?.kind === 'ok')
  const remove = () => {
    tray.remove(key)
    onRemoved()
  }
  const removal = say(isOnItsWay ? 'cancel' : 'remove', { name })
  const told = problem ? problemText(t, providerKey, problem) : null
  return (
    <li
      className="grid gap-2 rounded-lg border bg-background p-2"
      data-item={key}
      aria-busy={stage !== 'ready' && stage !== 'failed'}
    >
      <div className="flex min-w-0 items-start gap-2.5">
        <TrayPreview item={item} onPlay={isPlayable(item) ? () => setIsPlaying(!isPlaying) : null} />
        <div className="grid min-w-0 flex-1 gap-0.5">
          <p className="line-clamp-2 text-sm leading-snug font-medium [overflow-wrap:anywhere]" title={name}>
            <bdi>{cutMiddle(name)}</bdi>
          </p>
          <div className="flex min-w-0 flex-wrap items-center gap-x-2.5 gap-y-1">
            <p className="shrink-0 text-xs text-muted-foreground">{facts.filter(Boolean).join(' · ')}</p>
            {hasChoice ? <UsePicker item={item} onChoose={(use) => void tray.choose(key, use)} /> : null}
          </div>
          {isOnItsWay ? <UploadBar item={item} /> : null}
          {stage === 'converting' || stage === 'sending' ? (
            <p role="status" className="flex items-center gap-1.5 text-[0.8125rem] text-muted-foreground">
              <Spinner size="sm" />
              {say(stage)}
            </p>
          ) : null}
        </div>
        {stage === 'sending' ? null : (
          <IconButton size="sm" aria-label={removal} title={removal} onClick={remove} data-removes>
            <X />
          </IconButton>
        )}
      </div>
      {isPlaying && isPlayable(item) ? <TrayPlayer item={item} /> : null}
      {told ? (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-md bg-status-error-bg px-2.5 py-1.5 text-[0.8125rem] leading-snug text-status-error-text">
          <p role="alert" className="min-w-0 flex-1 basis-48 [overflow-wrap:anywhere]">
            {stage === 'failed' ? null : <span className="font-semibold">{say('notDone')} </span>}
            {told.reason} {told.action}
          </p>
          {stage === 'failed' && !isHopeless(item) ? (
            <Button variant="outline" size="2xs" onClick={() => tray.retry(key)}>
              <RotateCw className="size-3.5" />
              {t('communication_channels.inbox.retry')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {stage === 'ready' ? <ConversionPrompt tray={tray} item={item} providerKey={providerKey} /> : null}
      {canHaveCaption(item) && !isCaptionedBelow && stage === 'ready' ? (
        <CaptionField
          name={name}
          value={item.caption}
          onChange={(caption) => tray.setCaption(key, caption)}
          onSend={onSend}
        />
      ) : null}
    </li>
  )
}
