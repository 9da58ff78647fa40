import { useQuery } from '@tanstack/react-query'
import type { DefinitionComponent, TemplateDefinition } from '../../../lib/templates/definition/definition.ts'
import { diffDefinitions } from '../../../lib/templates/definition/diff.ts'
import { normaliseComponents } from '../../../lib/templates/definition/normalise.ts'
import { providerRequest } from '../../request.ts'
import { adviceIn } from '../../template-page/words/rejection.ts'
import { blankDefinition } from '../model/definition-edits.ts'
import { type Draft, draftPath, type EditLimits } from './draft.ts'

/** What the editor begins with. */
export interface Beginning {
  definition: TemplateDefinition
  /** `isFresh`: nothing is written in it, for it was made by opening the editor; it goes again where that stays so. */
  draft: (Pick<Draft, 'id' | 'updatedAt'> & { isFresh: boolean }) | null
  connectionId: string
  /** The template as Meta has it, where one is edited. */
  edited: {
    id: string
    definition: TemplateDefinition
    limits: EditLimits
    /** Why Meta did not take it as it is; null where it did, or has not said yet. */
    rejection: Rejection | null
  } | null
}

interface Asked {
  draftId: string | null
  connectionId: string
  templateId: string | null
  initial: TemplateDefinition | undefined
  /** What a new template is written in until somebody chooses. */
  language: string
}

export interface Rejection {
  reason: string | null
  /** In Meta's words. */
  advice: string[]
}

interface ManagedTemplate {
  template: Omit<TemplateDefinition, 'ttlSeconds'> & {
    ttlSeconds: number | null
    status: string
    rejectedReason: string | null
  }
  edit: EditLimits
  history: Parameters<typeof adviceIn>[0]
}

/** Reads the draft and the template that it edits, each where there is one. */
export function useBeginning(asked: Asked) {
  return useQuery({
    queryKey: ['channel_whatsapp', 'template-editor', asked.draftId, asked.templateId],
    queryFn: () => readBeginning(asked),
    retry: false,
    // The editor holds what is newer than any answer: it begins once, and anew when it is opened again.
    gcTime: 0,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

async function readBeginning(asked: Asked): Promise<Beginning> {
  const draft = await readDraft(asked)
  const templateId = asked.templateId ?? draft?.templateId ?? null
  const edited = templateId ? await readEdited(templateId, draft?.edit ?? null) : null
  // Asked to begin an edit, the server gives back the one that somebody has begun already.
  const isFresh = asked.draftId === null && draft !== null && isUnchanged(edited?.definition, draft)
  return {
    definition: draft?.definition ?? asked.initial ?? blankDefinition(asked.language),
    draft: draft && { id: draft.id, updatedAt: draft.updatedAt, isFresh },
    connectionId: draft?.connectionId ?? asked.connectionId,
    edited,
  }
}

function isUnchanged(template: TemplateDefinition | undefined, { definition }: Draft): boolean {
  if (!template) return false
  return diffDefinitions(JSON.parse(JSON.stringify(template, asWritten)), definition).length === 0
}

/** Meta lists the address of a sample where it was handed a handle: a draft begins without. */
function asWritten(key: string, value: unknown): unknown {
  const isListed =
    key === 'header_handle' && Array.isArray(value) && value.some((one) => /^https?:/.test(one))
  return isListed ? undefined : value
}

/** The edit of a template begins at the server, which knows what of it can be written. */
async function readDraft({ draftId, connectionId, templateId, initial }: Asked): Promise<Draft | null> {
  if (draftId) return (await providerRequest<{ draft: Draft }>(draftPath(draftId))).draft
  if (!templateId) return null
  const wish = { connectionId, templateId, ...(initial ? { definition: initial } : {}) }
  return (await providerRequest<{ draft: Draft }>('/templates/drafts', 'POST', wish)).draft
}

async function readEdited(id: string, limits: EditLimits | null) {
  const path = `/templates/managed/${encodeURIComponent(id)}`
  const { template, edit, history } = await providerRequest<ManagedTemplate>(path)
  const { name, language, category, parameterFormat, components, ttlSeconds } = template
  const definition: TemplateDefinition = {
    name,
    language,
    category,
    parameterFormat,
    components: normaliseComponents(components) as DefinitionComponent[],
    ...(ttlSeconds === null ? {} : { ttlSeconds }),
  }
  const rejection =
    template.status === 'REJECTED' ? { reason: template.rejectedReason, advice: adviceIn(history) } : null
  return { id, definition, limits: limits ?? edit, rejection }
}
