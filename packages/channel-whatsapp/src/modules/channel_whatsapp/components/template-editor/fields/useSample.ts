import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useEffect, useRef, useState } from 'react'
import { problemText } from '../../problemText.ts'
import { uploadSample } from '../data/uploadSample.ts'
import { useEditor, usePlace } from '../editorContext.ts'
import { type HeaderMediaKind, setHeaderHandle } from '../model/header.ts'

interface Sample {
  stage: 'still' | 'uploading'
  name: string | null
  share: number
  problem: string | null
}

const STILL: Sample = { stage: 'still', name: null, share: 0, problem: null }
const kinds = { IMAGE: 'image', VIDEO: 'video', DOCUMENT: 'document' } as const

/** The sample of a header: handed to Meta as soon as it is chosen; what Meta answers stands in the definition. */
export function useSample(kind: HeaderMediaKind) {
  const t = useT()
  const { connectionId, showPicture } = useEditor()
  const { change, previewKey } = usePlace()
  const [sample, setSample] = useState(STILL)
  const upload = useRef<AbortController | null>(null)
  useEffect(() => () => upload.current?.abort(), [])

  const choose = async (file: File) => {
    upload.current?.abort()
    const own = new AbortController()
    upload.current = own
    const { name } = file
    const say = (next: Partial<Sample>) => {
      if (!own.signal.aborted) setSample({ ...STILL, name, ...next })
    }
    const onProgress = (share: number) => say({ stage: 'uploading', share })
    onProgress(0)
    try {
      const handle = await uploadSample({
        file,
        connectionId,
        kind: kinds[kind],
        onProgress,
        signal: own.signal,
      })
      if (own.signal.aborted) return
      change((parts) => setHeaderHandle(parts, handle))
      showPicture(`${previewKey}header.media`, URL.createObjectURL(file))
      say({})
    } catch (error) {
      say({ name: null, problem: problemText(t, error, t('channel_whatsapp.templateEditor.sample.failed')) })
    }
  }
  const remove = () => {
    upload.current?.abort()
    setSample(STILL)
    showPicture(`${previewKey}header.media`, null)
    change((parts) => setHeaderHandle(parts, null))
  }
  return { sample, choose, remove }
}
