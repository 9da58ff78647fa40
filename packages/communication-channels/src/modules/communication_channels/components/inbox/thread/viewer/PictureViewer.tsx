import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@open-mercato/ui/primitives/dialog'
import { IconButton } from '@open-mercato/ui/primitives/icon-button'
import { ChevronLeft, ChevronRight, Download, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useRef } from 'react'
import { downloadAddress, pictureAddress } from '../../model/file.ts'
import type { ThreadPicture } from '../../model/threadPictures.ts'
import { fullTime } from '../../model/times.ts'
import { Words } from '../kinds/Words.tsx'
import { pictureAlt } from './pictureAlt.ts'
import { useZoom } from './useZoom.ts'
import { Tool, Turn } from './ViewerButtons.tsx'

type PictureViewerProps = {
  pictures: ThreadPicture[]
  fileId: string
  contactName: string
  onShow: (fileId: string) => void
  onClose: () => void
}

/** One picture over everything, with those before and after it a key away. */
export function PictureViewer({ pictures, fileId, contactName, onShow, onClose }: PictureViewerProps) {
  const t = useT()
  const locale = useLocale()
  const say = (key: string, values?: Record<string, string | number>) =>
    t(`communication_channels.inbox.viewer.${key}`, values)
  const opener = useRef(document.activeElement)
  const zoom = useZoom(fileId)
  const index = pictures.findIndex(({ file }) => file.id === fileId)
  const picture = pictures[index]
  // It was deleted under the reader's eyes.
  if (!picture) return null
  const { file, message, caption } = picture
  const show = (to: number) => {
    const next = pictures[to]
    if (next) onShow(next.file.id)
  }
  // A picture larger than its room is moved by the arrows instead.
  const arrows: Record<string, () => void> =
    zoom.scale > 1
      ? {
          ArrowLeft: () => zoom.move(-1, 0),
          ArrowRight: () => zoom.move(1, 0),
          ArrowUp: () => zoom.move(0, -1),
          ArrowDown: () => zoom.move(0, 1),
        }
      : { ArrowLeft: () => show(index - 1), ArrowRight: () => show(index + 1) }
  const keys: Record<string, () => void> = {
    ...arrows,
    Home: () => show(0),
    End: () => show(pictures.length - 1),
    '+': zoom.larger,
    '=': zoom.larger,
    '-': zoom.smaller,
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const act = keys[event.key]
    if (!act || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    act()
  }
  const who = message.direction === 'inbound' ? contactName : t('communication_channels.inbox.quote.us')
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent
        closeAriaLabel={say('close')}
        onKeyDown={onKeyDown}
        onCloseAutoFocus={(event) => {
          event.preventDefault()
          if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true })
        }}
        className="inset-0 h-dvh max-h-none max-w-none gap-0 overflow-hidden rounded-none border-0 p-0 animate-overlay-in sm:inset-0 sm:left-0 sm:top-0 sm:max-h-none sm:max-w-none sm:translate-x-0 sm:translate-y-0 sm:animate-overlay-in sm:rounded-none sm:p-0"
      >
        <header className="flex min-h-17 items-center gap-1 md:min-h-14 border-b bg-card px-3 py-1.5 pe-14">
          <div className="grid min-w-0 flex-1 leading-snug">
            <DialogTitle className="truncate text-sm">
              <bdi>{who}</bdi>
            </DialogTitle>
            <DialogDescription className="truncate text-xs">
              <span className="tabular-nums">
                {say('place', { number: index + 1, count: pictures.length })}
              </span>
              {' · '}
              <time dateTime={message.sentAt}>{fullTime(message.sentAt, locale)}</time>
            </DialogDescription>
          </div>
          <Tool label={say('smaller')} onClick={zoom.smaller} isOff={zoom.isSmallest}>
            <ZoomOut />
          </Tool>
          <Tool label={say('larger')} onClick={zoom.larger} isOff={zoom.isLargest}>
            <ZoomIn />
          </Tool>
          {file.url ? (
            <IconButton asChild size="sm">
              <a
                href={downloadAddress(file.url)}
                download={file.name ?? ''}
                aria-label={say('download')}
                title={say('download')}
              >
                <Download />
              </a>
            </IconButton>
          ) : null}
        </header>
        <div className="relative min-h-0 flex-1 bg-muted">
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the buttons and keys zoom too */}
          <div
            ref={zoom.room}
            className={`h-full overflow-auto overscroll-contain ${zoom.scale > 1 ? 'cursor-zoom-out' : 'cursor-zoom-in'}`}
            onDoubleClick={zoom.toggle}
          >
            <div style={{ width: `${zoom.scale * 100}%`, height: `${zoom.scale * 100}%` }}>
              <img
                key={file.id}
                src={pictureAddress(file) ?? undefined}
                alt={pictureAlt(t, who, caption)}
                draggable={false}
                className="size-full object-contain p-2 md:p-6"
              />
            </div>
          </div>
          {pictures.length > 1 ? (
            <>
              <Turn side="start" label={say('previous')} onClick={() => show(index - 1)} isOff={index === 0}>
                <ChevronLeft className="size-5 rtl:-scale-x-100" />
              </Turn>
              <Turn
                side="end"
                label={say('next')}
                onClick={() => show(index + 1)}
                isOff={index === pictures.length - 1}
              >
                <ChevronRight className="size-5 rtl:-scale-x-100" />
              </Turn>
            </>
          ) : null}
        </div>
        {caption ? (
          <div className="max-h-[20dvh] overflow-y-auto border-t bg-card px-4 py-3">
            <Words className="mx-auto w-fit max-w-2xl">{caption}</Words>
          </div>
        ) : null}
      </DialogContent>
    </Dialog>
  )
}
