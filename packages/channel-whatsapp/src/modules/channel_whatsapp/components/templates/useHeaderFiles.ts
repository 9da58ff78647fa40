import { uploadFile } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/data/uploadFile'
import type { CheckedFile } from '@open-mercato/communication-channels/modules/communication_channels/components/inbox/model/file'
import { useCallback, useEffect, useRef, useState } from 'react'
import type { HeaderMedia } from './template.ts'

/** Why a file cannot stand in a header: by code, with the server's sentences for codes that have no words here. */
export type FileProblem = { code: string; message: string; action: string }

export type HeaderFile =
  | { stage: 'none'; problem: FileProblem | null }
  | { stage: 'uploading'; name: string; share: number }
  | { stage: 'ready'; fileId: string; name: string; previewUrl: string | null }

export const NO_FILE: HeaderFile = { stage: 'none', problem: null }

/** The files of a template's headers, by where they go; its own and those of its cards. */
export type HeaderFiles = Record<string, HeaderFile>

/** Each is handed to the server as soon as it is chosen, which says whether it fits there. */
export function useHeaderFiles(channelId: string) {
  const [files, setFiles] = useState<HeaderFiles>({})
  const uploads = useRef(new Map<string, AbortController>())
  useEffect(() => {
    const open = uploads.current
    return () => {
      for (const upload of open.values()) upload.abort()
    }
  }, [])

  const choose = useCallback(
    async (path: string, kind: HeaderMedia, chosen: File) => {
      uploads.current.get(path)?.abort()
      const own = new AbortController()
      uploads.current.set(path, own)
      const { name } = chosen
      const say = (next: HeaderFile) => {
        if (!own.signal.aborted) setFiles((before) => ({ ...before, [path]: next }))
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
    },
    [channelId],
  )
  const remove = useCallback((path: string) => {
    uploads.current.get(path)?.abort()
    setFiles(({ [path]: _, ...others }) => others)
  }, [])
  return { files, choose, remove }
}

/** The ids of those that stand ready, by where they go. */
export function readyFiles(files: HeaderFiles): Record<string, string> {
  return Object.fromEntries(
    Object.entries(files).flatMap(([path, file]) => (file.stage === 'ready' ? [[path, file.fileId]] : [])),
  )
}

function standing({ file, as }: CheckedFile, kind: HeaderMedia, name: string): HeaderFile {
  const use = as.find(({ type }) => type === kind)
  if (!use?.ok) {
    const { code, message } = use?.problem ?? { code: 'file_type', message: '' }
    return { stage: 'none', problem: { code, message, action: '' } }
  }
  return { stage: 'ready', fileId: file.id, name: file.name ?? name, previewUrl: file.previewUrl }
}
