import { useRef } from 'react'
import { useEditor, usePlace } from '../editorContext.ts'
import type { Samples } from '../model/samples.ts'
import { samplesOf, setText, type TextPlace } from '../model/text-parts.ts'

/** Writes a text. Whoever empties it to write it anew finds the samples again with their variables. */
export function useTextWriter(place: TextPlace): (text: string) => void {
  const { parts, change } = usePlace()
  const { parameterFormat } = useEditor().definition
  const seen = useRef<Samples>({})
  return (text) => {
    const remembered = { ...seen.current, ...samplesOf(parts, place) }
    seen.current = remembered
    change((before) => setText(before, place, text, parameterFormat, remembered))
  }
}
