import { toDate } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { EditRules } from '../../definition/edit-rules.ts'
import type { DraftRow } from './draft-statements.ts'
import type { DraftDefinition } from './written-definition.ts'

export interface Draft {
  id: string
  connectionId: string
  /** The template that this changes; null for a new one. */
  templateId: string | null
  definition: DraftDefinition
  /** Who wrote at it last. */
  authorName: string | null
  /** To be given back with the next change. */
  updatedAt: string
  /** What Meta lets be done to the template that this changes. */
  edit: EditRules | null
}

export function definitionOf(row: DraftRow): DraftDefinition {
  const { name, language, category, parameterFormat, components, ttlSeconds } = row
  const ttl = ttlSeconds === null ? {} : { ttlSeconds }
  return { name, language, category, parameterFormat, components, ...ttl }
}

/** @param templateId of the template that it changes now */
export function draftOf(row: DraftRow, templateId: string | null, edit: EditRules | null): Draft {
  const { id, connectionId, authorName, updatedAt } = row
  const definition = definitionOf(row)
  return {
    id,
    connectionId,
    templateId,
    definition,
    authorName,
    updatedAt: toDate(updatedAt).toISOString(),
    edit,
  }
}
