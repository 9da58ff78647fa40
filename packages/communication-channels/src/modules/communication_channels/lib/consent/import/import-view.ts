import { z } from 'zod'
import { type Timestamp, toDate } from '../../db.ts'
import type { TenantEncryptionService } from '../../encryption-service.ts'
import type { Scope } from '../../scope.ts'
import { CONSENT_ENTITY } from '../ledger/words.ts'
import type { FileDefaults } from './check/check-row.ts'

export const IMPORT_STATES = ['checking', 'checked', 'running', 'finished', 'cancelled', 'failed'] as const
export type ImportState = (typeof IMPORT_STATES)[number]

const importProblem = z.object({
  code: z.string(),
  message: z.string(),
  action: z.string().nullable(),
  /** In the file, where it is in one line. */
  line: z.number().int().nullable(),
})
export type ImportProblem = z.infer<typeof importProblem>

export const importView = z.object({
  id: z.uuid(),
  fileName: z.string(),
  state: z.enum(IMPORT_STATES),
  /** Rows of the file; while it is checked, those that were looked at. */
  total: z.number().int(),
  sound: z.number().int(),
  faulty: z.number().int(),
  /** Of the sound ones: how far recording has got. */
  done: z.number().int(),
  /** Entered into the ledger. */
  recorded: z.number().int(),
  /** Known from an earlier import: nothing changed. */
  repeated: z.number().int(),
  /** The person opted out after what the row says, and stays opted out: among the sound, and once it is started the recorded. */
  overruled: z.number().int(),
  /** Why nothing of it can be recorded. */
  problem: importProblem.nullable(),
  defaults: z.object({
    purpose: z.enum(['marketing', 'utility', 'both']).nullable(),
    text: z.string().nullable(),
    textVersion: z.string().nullable(),
    language: z.string().nullable(),
    document: z.string().nullable(),
  }),
  /** When the same file, to the byte, was last recorded before. */
  sameRecordedAt: z.iso.datetime().nullable(),
  /** Since when it is gone what stood in rows that were not recorded. */
  emptiedAt: z.iso.datetime().nullable(),
  /** Columns of the file that mean nothing here. */
  ignoredColumns: z.array(z.string()),
  createdBy: z.object({ userId: z.uuid(), name: z.string().nullable() }).nullable(),
  createdAt: z.iso.datetime(),
  updatedAt: z.iso.datetime(),
  finishedAt: z.iso.datetime().nullable(),
})
export type ImportView = z.infer<typeof importView>

/** What is sealed in `evidence`. */
export interface ImportTerms extends FileDefaults {
  ignoredColumns: string[]
  /** ISO 3166 code of the country in which a number without a plus is meant. */
  region: string | null
}

type Counts = Pick<ImportView, 'total' | 'sound' | 'faulty' | 'done' | 'recorded' | 'repeated' | 'overruled'>
export interface ImportRow extends Counts {
  id: string
  fileName: string
  state: ImportState
  problem: ImportProblem | null
  evidence: string
  authorUserId: string | null
  authorName: string | null
  createdAt: Timestamp
  updatedAt: Timestamp
  finishedAt: Timestamp | null
  sameRecordedAt: Timestamp | null
  emptiedAt: Timestamp | null
}

export async function viewImport(
  encryption: TenantEncryptionService,
  { tenantId, organizationId }: Scope,
  { authorUserId: userId, authorName: name, evidence, fileName, ...row }: ImportRow,
): Promise<ImportView> {
  const sealed = { file_name: fileName, evidence }
  const opened = await encryption.decryptEntityPayload(CONSENT_ENTITY, sealed, tenantId, organizationId)
  const { ignoredColumns, region: _, ...defaults } = JSON.parse(String(opened.evidence)) as ImportTerms
  return {
    ...row,
    ...{ fileName: String(opened.file_name), defaults, ignoredColumns },
    createdBy: userId ? { userId, name } : null,
    createdAt: toDate(row.createdAt).toISOString(),
    updatedAt: toDate(row.updatedAt).toISOString(),
    finishedAt: toDate(row.finishedAt)?.toISOString() ?? null,
    sameRecordedAt: toDate(row.sameRecordedAt)?.toISOString() ?? null,
    emptiedAt: toDate(row.emptiedAt)?.toISOString() ?? null,
  }
}
