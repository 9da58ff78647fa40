import { z } from 'zod'
import type { WhatsAppExtendedAdapter } from './extended-adapter.ts'
import { archiveTemplate } from './graph/archive-templates.ts'
import { graphAccessOf } from './graph/graph-access.ts'
import * as graph from './graph/manage-templates.ts'
import { createFromLibrary } from './graph/template-library.ts'

const accountOf = graphAccessOf.extend({ businessAccountId: z.string() })

/** All throw GraphError and GraphUnreachable. */
export const templateMethods: Pick<WhatsAppExtendedAdapter, 'manageTemplates'> = {
  async manageTemplates({ credentials, change }) {
    const { businessAccountId, ...access } = accountOf.parse(credentials)
    switch (change.action) {
      case 'create':
        return graph.createTemplate(access, businessAccountId, change.definition)
      case 'create_from_library':
        return createFromLibrary(access, businessAccountId, change.choice)
      case 'edit':
        await graph.editTemplate(access, change.templateId, change.edit)
        return null
      case 'delete':
        await graph.deleteTemplate(access, businessAccountId, change)
        return null
      case 'archive':
      case 'unarchive':
        await archiveTemplate(access, businessAccountId, change.action, change.templateId)
        return null
      case 'unpause':
        await graph.unpauseTemplate(access, change.templateId)
        return null
    }
  },
}
