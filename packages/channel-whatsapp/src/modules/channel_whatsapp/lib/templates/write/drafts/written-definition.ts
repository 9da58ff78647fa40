import type { z } from 'zod'
import { draftDefinition } from '../../definition/definition.ts'

/** A form written with Meta's editor for them may be long; nothing else comes near. */
const MOST_CHARACTERS = 300_000

/** A template that somebody is writing. */
export const writtenDefinition = draftDefinition.refine(
  ({ components }) => JSON.stringify(components).length <= MOST_CHARACTERS,
  { path: ['components'], message: 'A template cannot be that long.' },
)
export type DraftDefinition = z.output<typeof writtenDefinition>
