import { uploadFile } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/uploadFile'
import type { CheckedFile } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/model/file'
import { useEffect, useRef, useState } from 'react'
import type { HeaderMedia } from './template.ts'

/** Why a file cannot stand in the header: by code, with the server's sentences for codes that have no words here. */
export type FileProblem = { code: string; message: string; action: string }

export type HeaderFile =
  | { stage: 'none'; problem: FileProblem | null }
  | { stage: 'uploading'; name: string; share: number }
  | { stage: 'ready'; fileId: string; name: string; previewUrl: string | null }

const NONE: HeaderFile = { stage: 'none', problem: null }

/** The file of a template's header: handed to the server as soon as it is chosen, which says whether it fits there. */
export function useHeaderFile(channelId: string, kind: HeaderMedia | null) {
  const [file, setFile] = useState<HeaderFile>(NONE)
  const upload = useRef<AbortController | null>(null)
  useEffect(() => () => upload.current?.abort(), [])

  const choose = async (chosen: File) => {
    upload.current?.abort()
    const own = new AbortController()
    upload.current = own
    const { name } = chosen
    const say = (next: HeaderFile) => {
      if (!own.signal.aborted) setFile(next)
    }
    const onProgress = (share: number) => say({ stage: 'uploading', name, share })
    onProgress(0)
    try {
      const { signal } = own
      const checked = await uploadFile({ file: chosen, fileName: name, channelId, onProgress, signal })
      say(standing(checked, kind, name))
    } catch (error) {
      const { code = '', message, action } = error as Error & { code?: string; action?: string | null }
      say({ stage: 'none', problem: { code, message, action: action ?? '' } })
    }
  }
  const remove = () => {
    upload.current?.abort()
    setFile(NONE)
  }
  return { file, choose, remove }
}

function standing({ file, as }: CheckedFile, kind: HeaderMedia | null, name: string): HeaderFile {
  const use = as.find(({ type }) => type === kind)
  if (!use?.ok) {
    const { code, message } = use?.problem ?? { code: 'file_type', message: '' }
    return { stage: 'none', problem: { code, message, action: '' } }
  }
  return { stage: 'ready', fileId: file.id, name: file.name ?? name, previewUrl: file.previewUrl }
}
