import type { TrayItem } from '../../model/trayItem.ts'
import { AudioPlayer } from '../../player/AudioPlayer.tsx'
import { takeTheFloor } from '../../player/usePlayback.ts'

/** What is attached, to be listened to or watched once more before it goes out. */
export function TrayPlayer({ item }: { item: TrayItem }) {
  const { name, localUrl, original, mimeType } = item
  const source = original?.file.playableUrl ?? localUrl
  if (!source) return null
  if (mimeType.startsWith('audio/')) {
    return <AudioPlayer src={source} durationMs={original?.file.durationMs ?? null} label={name} />
  }
  return (
    // biome-ignore lint/a11y/useMediaCaption: it is somebody's own film
    <video
      controls
      playsInline
      src={source}
      aria-label={name}
      onPlay={(event) => takeTheFloor(event.currentTarget)}
      className="max-h-52 max-w-full justify-self-start rounded-md bg-black"
    />
  )
}

/** Whether there is something to be heard or seen moving. */
export function isPlayable({ mimeType, localUrl, original, stage }: TrayItem): boolean {
  const hasSource = Boolean(original?.file.playableUrl ?? localUrl)
  return hasSource && stage !== 'failed' && /^(audio|video)\//.test(mimeType)
}
