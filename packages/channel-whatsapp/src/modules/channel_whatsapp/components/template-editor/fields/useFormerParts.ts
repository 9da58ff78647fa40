import { useEffect, useRef } from 'react'
import { useEditor } from '../editorContext.ts'
import { setParameterFormat, withoutHandles } from '../model/definition-edits.ts'
import { type Layout, layoutOf } from '../model/layout.ts'
import type { Parts } from '../model/parts.ts'

/** What the template was made of when it last had a layout: whoever tries another one and comes back has lost nothing. */
export function useFormerParts() {
  const { definition, connectionId } = useEditor()
  const formerly = useRef<Partial<Record<Layout, typeof definition>>>({})
  useEffect(() => {
    formerly.current[layoutOf(definition)] = definition
  }, [definition])
  const account = useRef(connectionId)
  useEffect(() => {
    if (account.current === connectionId) return
    account.current = connectionId
    for (const [layout, former] of Object.entries(formerly.current)) {
      formerly.current[layout as Layout] = withoutHandles(former)
    }
  }, [connectionId])
  return (layout: Layout): Parts | null => {
    const former = formerly.current[layout]
    return former ? setParameterFormat(former, definition.parameterFormat).components : null
  }
}
