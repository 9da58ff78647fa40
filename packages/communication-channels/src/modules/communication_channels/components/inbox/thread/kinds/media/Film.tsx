import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useState } from 'react'
import type { FileView } from '../../../model/file.ts'
import { pictureBox } from '../../../model/pictureBox.ts'
import { takeTheFloor } from '../../../player/usePlayback.ts'
import { DocumentCard } from './DocumentCard.tsx'
import { FileHint } from './FileHint.tsx'

/** Nothing of a film is fetched before somebody wants to see it. */
export function Film({ file, isAnimated }: { file: FileView; isAnimated: boolean }) {
  const t = useT()
  const [isBroken, setIsBroken] = useState(false)
  const source = file.playableUrl ?? file.url
  if (!source || isBroken) return <DocumentCard type="video" file={file} filename={undefined} />
  const { width, ratio } = pictureBox(file.width, file.height)
  const kind = t(`communication_channels.inbox.media.${isAnimated ? 'animated.video' : 'video'}`)
  return (
    <>
      {/* biome-ignore lint/a11y/useMediaCaption: nobody wrote captions for what a customer films */}
      <video
        controls
        playsInline
        loop={isAnimated}
        preload="none"
        poster={file.previewUrl ?? undefined}
        src={source}
        aria-label={file.name ? `${kind}: ${file.name}` : kind}
        onPlay={(event) => takeTheFloor(event.currentTarget)}
        onError={() => setIsBroken(true)}
        style={{ width, aspectRatio: ratio }}
        className="block max-w-full min-w-full rounded-xl bg-black object-contain"
      />
      <FileHint file={file} />
    </>
  )
}
