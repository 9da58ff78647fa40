import { useLocale, useT } from '@open-mercato/shared/lib/i18n/context'
import { CheckCheck, FileText, Image, Play, Reply } from 'lucide-react'
import { fillText, type HeaderMedia, type Template, type TemplateValues, type TextPart } from './template.ts'
import type { HeaderFile } from './useHeaderFile.ts'

const signs = { image: Image, video: Play, document: FileText }

type PhonePreviewProps = { template: Template; values: TemplateValues; file: HeaderFile }

/** The message as the customer's phone will show it; the colours are the phone's, whatever the back office wears. */
export function PhonePreview({ template, values, file }: PhonePreviewProps) {
  const t = useT()
  const locale = useLocale()
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' }).format(new Date())
  return (
    <figure className="grid gap-1.5">
      <figcaption className="text-[0.8125rem] text-muted-foreground">
        {t('channel_whatsapp.templates.preview')}
      </figcaption>
      <div className="rounded-xl border bg-[#efe7dd] p-4 text-[#111b21]">
        <div className="max-w-72 overflow-hidden rounded-lg rounded-ss-none bg-white shadow-xs">
          {template.headerMedia ? <HeaderPlace kind={template.headerMedia} file={file} /> : null}
          <div className="flow-root px-3 py-2 text-[0.9375rem] leading-snug">
            {template.header ? (
              <p dir="auto" className="mb-1 text-start font-semibold [overflow-wrap:anywhere]">
                <Filled parts={fillText(template, 'header', values)} />
              </p>
            ) : null}
            <p dir="auto" className="whitespace-pre-wrap text-start [overflow-wrap:anywhere]">
              <Filled parts={fillText(template, 'body', values)} />
            </p>
            {template.footer ? (
              <p dir="auto" className="mt-1 text-start text-[0.8125rem] text-[#5b6b74]">
                {template.footer}
              </p>
            ) : null}
            <span
              aria-hidden="true"
              className="float-end mt-0.5 flex items-center gap-1 text-[0.6875rem] text-[#5b6b74]"
            >
              {time} <CheckCheck className="size-3.5 text-[#0f7fae]" />
            </span>
          </div>
          {template.buttons.map((button) => (
            <div
              key={button}
              className="flex items-center justify-center gap-1.5 border-t border-black/10 px-3 py-2 text-sm font-medium text-[#006d92]"
            >
              <Reply aria-hidden="true" className="size-4" />
              <bdi className="truncate">{button}</bdi>
            </div>
          ))}
        </div>
      </div>
    </figure>
  )
}

function HeaderPlace({ kind, file }: { kind: HeaderMedia; file: HeaderFile }) {
  if (file.stage === 'ready' && file.previewUrl) {
    return <img src={file.previewUrl} alt="" className="max-h-40 w-full object-cover" />
  }
  const Sign = signs[kind]
  return (
    <div className="m-1 flex h-24 items-center justify-center gap-2 rounded-md bg-black/5 px-3 text-[#5b6b74]">
      <Sign aria-hidden="true" className="size-6 shrink-0" />
      {file.stage === 'none' ? null : <bdi className="truncate text-[0.8125rem]">{file.name}</bdi>}
    </div>
  )
}

function Filled({ parts }: { parts: TextPart[] }) {
  return parts.map((part, position) =>
    part.kind === 'missing' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one template never change places
      <mark key={position} className="rounded bg-[#fdebc1] px-0.5 text-[#6b4e00]">
        {part.text}
      </mark>
    ) : (
      part.text
    ),
  )
}
