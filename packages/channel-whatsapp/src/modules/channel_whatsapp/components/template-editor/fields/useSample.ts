import { useT } from '@open-mercato/shared/lib/i18n/context'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
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

/**
 * The sample of a header: handed to Meta as soon as it is chosen; what Meta answers stands in the definition. It is of one kind and for one
 * account: the field of another is another one.
 */
export function useSample(kind: HeaderMediaKind) {
  const t = useT()
  const { connectionId, showPicture } = useEditor()
  const place = usePlace()
  // A card may have been moved when its upload is done.
  const latest = useRef(place)
  useLayoutEffect(() => {
    latest.current = place
  })
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
      latest.current.change((parts) => setHeaderHandle(parts, handle))
      showPicture(`${latest.current.previewKey}header.media`, URL.createObjectURL(file))
      say({})
    } catch (error) {
      say({ name: null, problem: problemText(t, error, t('channel_whatsapp.templateEditor.sample.failed')) })
    }
  }
  const remove = () => {
    upload.current?.abort()
    setSample(STILL)
    showPicture(`${place.previewKey}header.media`, null)
    place.change((parts) => setHeaderHandle(parts, null))
  }
  return { sample, choose, remove }
}
