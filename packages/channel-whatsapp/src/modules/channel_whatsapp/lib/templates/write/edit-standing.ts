import type { Db } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import type { Scope } from '@open-mercato/communication-channels/modules/communication_channels/lib/scope'
import { type EditRules, editRules } from '../definition/edit-rules.ts'
import { countedEdits } from './kept-edits.ts'

interface Edited {
  connectionId: string
  externalId: string
  category: string
  status: string
}

/** What may be done to a template now. Edits that were made in Meta's own tools are not known here. */
export async function editStanding(db: Db, scope: Scope, template: Edited, now: Date): Promise<EditRules> {
  const { status, category } = template
  return editRules({ status, category, editsAt: await countedEdits(db, scope, template), now })
}
