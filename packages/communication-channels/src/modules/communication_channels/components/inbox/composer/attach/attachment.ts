import type { ComponentType } from 'react'
import type { SendableContent } from '../../model/message.ts'
import type { Complaints, DraftField } from './fieldChecks.ts'

export type DraftProps<Draft> = { draft: Draft; onChange: (draft: Draft) => void }

/** One kind of message that is built in a form instead of written as text. */
export type Attachment<Draft> = {
  icon: ComponentType<{ className?: string }>
  Form: ComponentType<DraftProps<Draft>>
  Preview: ComponentType<{ draft: Draft }>
  empty: () => Draft
  isEmpty: (draft: Draft) => boolean
  fields: (draft: Draft) => DraftField[]
  /** What is wrong beyond what every field is checked for. */
  check?: (draft: Draft) => Complaints
  toContent: (draft: Draft) => SendableContent
}
