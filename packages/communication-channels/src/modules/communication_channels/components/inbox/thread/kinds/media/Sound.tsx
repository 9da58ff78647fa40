import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Mic, Music } from 'lucide-react'
import { byteText, type FileView } from '../../../model/file.ts'
import { AudioPlayer } from '../../../player/AudioPlayer.tsx'
import { DownloadLink } from './DownloadLink.tsx'
import { FileHint } from './FileHint.tsx'

/** A voice note, or another sound with its name. */
export function Sound({ file, isVoice }: { file: FileView; isVoice: boolean }) {
  const t = useT()
  const locale = useLocale()
  const kind = t(`communication_channels.inbox.media.${isVoice ? 'voice' : 'audio'}`)
  const Icon = isVoice ? Mic : Music
  const source = file.playableUrl ?? file.url
  const name = isVoice ? null : file.name
  const facts = (
    <>
      <Icon role="img" aria-label={kind} className="size-3.5 shrink-0" />
      {file.byteSize === null ? null : <bdi className="truncate">{byteText(file.byteSize, locale)}</bdi>}
      <DownloadLink file={file} />
    </>
  )
  if (!source) return <p className="flex items-center gap-1.5 text-xs text-muted-foreground">{facts}</p>
  return (
    <>
      {name ? (
        <p className="mb-1 w-72 max-w-full truncate text-sm font-medium" title={name}>
          <bdi>{name}</bdi>
        </p>
      ) : null}
      <AudioPlayer
        src={source}
        durationMs={file.durationMs}
        label={name ? `${kind}: ${name}` : kind}
        facts={facts}
      >
        <FileHint file={file} />
      </AudioPlayer>
    </>
  )
}
