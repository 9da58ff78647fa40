import type { BadgeVariant } from '@open-mercato/ui/primitives/badge'

/** A list of people who agreed elsewhere, as `GET /consents/imports` has it. Times are ISO, in UTC. */
export type ConsentImport = {
  id: string
  fileName: string
  state: ImportState
  /** Rows of the file; while it is checked, those that were looked at. */
  total: number
  sound: number
  faulty: number
  /** Of the sound ones: how far recording has got. */
  done: number
  recorded: number
  repeated: number
  /** Who opted out later, and stays so: among the sound, and once it is started the recorded. */
  overruled: number
  problem: { code: string; message: string; action: string | null; line: number | null } | null
  defaults: ImportDefaults
  /** When the same file, to the byte, was last recorded before. */
  sameRecordedAt: string | null
  /** Since when it is gone what stood in rows that were not recorded. */
  emptiedAt: string | null
  /** Columns of the file that mean nothing here. */
  ignoredColumns: string[]
  createdBy: { userId: string; name: string | null } | null
  createdAt: string
  updatedAt: string
  finishedAt: string | null
}

/** What holds for each row that says nothing else. */
export type ImportDefaults = {
  purpose: ImportPurpose | null
  text: string | null
  textVersion: string | null
  language: string | null
  document: string | null
}

export const importPurposes = ['marketing', 'utility', 'both'] as const
export type ImportPurpose = (typeof importPurposes)[number]

export type ImportState = 'checking' | 'checked' | 'running' | 'finished' | 'cancelled' | 'failed'

/** One row of the file that was not taken, or changed nothing for the person. */
export type ImportRow = {
  line: number
  state: RowState
  phone: string | null
  problems: { code: string; column: string | null; line: number | null; sentence: string }[]
}
export const rowStates = ['faulty', 'overruled', 'repeated'] as const
export type RowState = (typeof rowStates)[number]

export const importTones = {
  checking: 'info',
  checked: 'warning',
  running: 'info',
  finished: 'success',
  cancelled: 'neutral',
  failed: 'error',
} as const satisfies Record<ImportState, BadgeVariant>

/** Where somebody who imports is: choosing, looking at what was found, or having it recorded. */
export function stepOf(one: ConsentImport | null): 1 | 2 | 3 {
  if (!one) return 1
  return one.state === 'running' || one.state === 'finished' || (one.state === 'cancelled' && one.done > 0)
    ? 3
    : 2
}

export function isUnderWay({ state }: ConsentImport): boolean {
  return state === 'checking' || state === 'running'
}
