import type { CheckedFile } from './file.ts'
import type { AttemptProblem } from './outbox.ts'
import { likelyUse, type NewTrayItem, type SendUse, type TrayItem } from './trayItem.ts'

export type TrayChange =
  | { type: 'added'; items: NewTrayItem[] }
  | { type: 'waits' | 'uploads' | 'converts' | 'sends' | 'stays'; key: string }
  | { type: 'progressed'; key: string; progress: number }
  | { type: 'checked'; key: string; checked: CheckedFile }
  | { type: 'converted'; key: string; use: SendUse; checked: CheckedFile }
  | { type: 'chosen'; key: string; use: SendUse }
  | { type: 'captioned'; key: string; caption: string }
  /** Not uploaded; not converted or not sent. */
  | { type: 'failed' | 'refused'; key: string; problem: AttemptProblem }
  | { type: 'left'; key: string }

const fresh = {
  stage: 'waiting',
  progress: 0,
  original: null,
  converted: null,
  use: null,
  caption: '',
  problem: null,
} as const

const stages = {
  waits: 'waiting',
  uploads: 'uploading',
  converts: 'converting',
  sends: 'sending',
  stays: 'ready',
} as const

export function changeTray(items: readonly TrayItem[], change: TrayChange): readonly TrayItem[] {
  if (change.type === 'added') return [...items, ...change.items.map((item) => ({ ...fresh, ...item }))]
  if (change.type === 'left') return items.filter(({ key }) => key !== change.key)
  return items.map((item) => (item.key === change.key ? { ...item, ...partOf(item, change) } : item))
}

function partOf(item: TrayItem, change: Exclude<TrayChange, { type: 'added' | 'left' }>): Partial<TrayItem> {
  switch (change.type) {
    case 'progressed':
      return { progress: change.progress }
    case 'checked': {
      const { file, as } = change.checked
      return {
        stage: 'ready',
        original: change.checked,
        name: file.name ?? item.name,
        byteSize: file.byteSize,
        mimeType: file.mimeType ?? item.mimeType,
        use: likelyUse(as, item.isRecorded),
      }
    }
    case 'converted':
      return { stage: 'ready', converted: { use: change.use, checked: change.checked }, problem: null }
    case 'chosen':
      return { use: change.use, problem: null }
    case 'captioned':
      return { caption: change.caption }
    case 'failed':
      return { stage: 'failed', problem: change.problem }
    case 'refused':
      return { stage: 'ready', problem: change.problem }
    case 'stays':
      return { stage: 'ready' }
    default:
      return { stage: stages[change.type], progress: 0, problem: null }
  }
}
