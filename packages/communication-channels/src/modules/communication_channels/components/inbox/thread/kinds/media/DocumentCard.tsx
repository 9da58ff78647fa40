import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import {
  Download,
  File,
  FileArchive,
  FileAudio,
  FileImage,
  FileSpreadsheet,
  FileText,
  FileType,
  FileVideo,
  type LucideIcon,
  Presentation,
} from 'lucide-react'
import { type DocumentKind, documentKind, formatName } from '../../../model/documentKind.ts'
import { byteText, downloadAddress, type FileView } from '../../../model/file.ts'
import { cutMiddle, shownName } from '../../../model/fileName.ts'
import type { MediaContent } from '../../../model/message.ts'
import { DangerNote } from './DangerNote.tsx'
import { FileHint } from './FileHint.tsx'

export const documentIcons: Record<DocumentKind, LucideIcon> = {
  pdf: FileType,
  words: FileText,
  sheet: FileSpreadsheet,
  slides: Presentation,
  archive: FileArchive,
  picture: FileImage,
  audio: FileAudio,
  video: FileVideo,
  other: File,
}

type DocumentCardProps = { type: MediaContent['type']; file: FileView; filename: string | undefined }

/** A file by its name, to be downloaded; so stands everything that cannot be shown. */
export function DocumentCard({ type, file, filename }: DocumentCardProps) {
  const t = useT()
  const locale = useLocale()
  const kind = t(`communication_channels.inbox.media.${type}`)
  const name = shownName(file, filename)
  const Icon = documentIcons[documentKind(file.mimeType)]
  const facts = [
    name ? kind : null,
    formatName(file.mimeType, name),
    file.byteSize === null ? null : byteText(file.byteSize, locale),
  ]
  const card = (
    <>
      <span className="flex size-10 shrink-0 items-center justify-center rounded-lg bg-primary/10 text-primary">
        <Icon aria-hidden="true" className="size-5" />
      </span>
      <span className="min-w-0 flex-1 leading-snug">
        <bdi className="line-clamp-2 text-start font-medium [overflow-wrap:anywhere]">
          {name ? cutMiddle(name) : kind}
        </bdi>
        <span className="block text-start text-[0.8125rem] text-muted-foreground">
          {facts.filter(Boolean).join(' · ')}
        </span>
      </span>
    </>
  )
  const look = 'flex w-72 max-w-full items-center gap-2.5 rounded-lg'
  return (
    <>
      {file.url ? (
        <a
          href={downloadAddress(file.url)}
          download={name ?? ''}
          title={name ?? undefined}
          className={`${look} group/file`}
        >
          <span className="sr-only">
            {t('communication_channels.inbox.file.download', { name: '' }).trim()}{' '}
          </span>
          {card}
          <Download
            aria-hidden="true"
            className="size-4.5 shrink-0 text-muted-foreground group-hover/file:text-foreground"
          />
        </a>
      ) : (
        <div className={look}>{card}</div>
      )}
      <DangerNote file={file} />
      <FileHint file={file} />
    </>
  )
}
