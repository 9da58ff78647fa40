import { type CommandHandler, registerCommand } from '@open-mercato/shared/lib/commands'
import type { z } from 'zod'
import type {
  changedDraftBody,
  defaultsBody,
  libraryBody,
  newDraftBody,
} from '../data/template-validators.ts'
import { commandContext } from '../lib/command-context.ts'
import {
  actOnTemplate,
  TEMPLATE_ACTIONS,
  type TemplateAction,
} from '../lib/templates/write/actions/act-on-template.ts'
import { type SubmittedDefaults, submitDefaults } from '../lib/templates/write/defaults/submit-defaults.ts'
import type { Draft } from '../lib/templates/write/drafts/draft.ts'
import { changeDraft, removeDraft, saveDraft } from '../lib/templates/write/drafts/drafts.ts'
import type { KeptTemplate } from '../lib/templates/write/keep-submitted.ts'
import { takeFromLibrary } from '../lib/templates/write/library/library.ts'
import { handOverSample } from '../lib/templates/write/samples/hand-over-sample.ts'
import type { SampleKind } from '../lib/templates/write/samples/sample-file.ts'
import { submitDraft } from '../lib/templates/write/submit-draft.ts'

/** What the audit log keeps: who did what to which template. What it says is in its versions. */
const logged = (
  actionLabel: string,
  kind: 'template' | 'template_draft' | 'connection',
  resourceId: string,
) => ({
  actionLabel,
  resourceKind: `channel_whatsapp.${kind}`,
  resourceId,
})

const saveDraftCommand: CommandHandler<z.infer<typeof newDraftBody>, Draft> = {
  id: 'channel_whatsapp.template_draft.save',
  execute: (wish, ctx) => saveDraft(commandContext(ctx), wish),
  buildLog: ({ result }) => logged('Begin a WhatsApp template', 'template_draft', result.id),
}

const changeDraftCommand: CommandHandler<{ id: string } & z.infer<typeof changedDraftBody>, Draft> = {
  id: 'channel_whatsapp.template_draft.change',
  execute: ({ id, ...change }, ctx) => changeDraft(commandContext(ctx), id, change),
  buildLog: ({ input }) => logged('Write a WhatsApp template', 'template_draft', input.id),
}

const removeDraftCommand: CommandHandler<{ id: string }, null> = {
  id: 'channel_whatsapp.template_draft.remove',
  async execute({ id }, ctx) {
    await removeDraft(commandContext(ctx), id)
    return null
  },
  buildLog: ({ input }) => logged('Throw a draft of a WhatsApp template away', 'template_draft', input.id),
}

const submitCommand: CommandHandler<{ id: string }, KeptTemplate> = {
  id: 'channel_whatsapp.template.submit',
  execute: ({ id }, ctx) => submitDraft(commandContext(ctx), id),
  buildLog: ({ input, result }) => ({
    ...logged('Submit a WhatsApp template', 'template', result.id),
    context: { draftId: input.id, status: result.status, category: result.category },
  }),
}

const LABELS: Record<TemplateAction, string> = {
  delete: 'Delete a WhatsApp template',
  delete_all_languages: 'Delete a WhatsApp template in all languages',
  archive: 'Archive a WhatsApp template',
  unarchive: 'Take a WhatsApp template out of the archive',
  unpause: 'End the pause of a WhatsApp template',
}

for (const action of TEMPLATE_ACTIONS) {
  const handler: CommandHandler<{ id: string }, null> = {
    id: `channel_whatsapp.template.${action}`,
    async execute({ id }, ctx) {
      await actOnTemplate(commandContext(ctx), id, action)
      return null
    },
    buildLog: ({ input }) => logged(LABELS[action], 'template', input.id),
  }
  registerCommand(handler)
}

const sampleCommand: CommandHandler<
  { connectionId: string; kind: SampleKind; bytes: Uint8Array },
  { handle: string }
> = {
  id: 'channel_whatsapp.template.hand_over_sample',
  execute: ({ connectionId, kind, bytes }, ctx) =>
    handOverSample(commandContext(ctx), connectionId, kind, bytes),
  buildLog: ({ input: { connectionId, kind, bytes } }) => ({
    ...logged('Hand Meta the sample of a template’s header', 'connection', connectionId),
    context: { kind, byteSize: bytes.byteLength },
  }),
}

const libraryCommand: CommandHandler<z.infer<typeof libraryBody>, KeptTemplate> = {
  id: 'channel_whatsapp.template.take_from_library',
  execute: ({ connectionId, ...wish }, ctx) => takeFromLibrary(commandContext(ctx), connectionId, wish),
  buildLog: ({ input, result }) => ({
    ...logged('Take a template from Meta’s library', 'template', result.id),
    context: { libraryTemplateName: input.libraryTemplateName },
  }),
}

const defaultsCommand: CommandHandler<z.infer<typeof defaultsBody>, SubmittedDefaults> = {
  id: 'channel_whatsapp.template.submit_defaults',
  execute: ({ connectionId, ...chosen }, ctx) => submitDefaults(commandContext(ctx), connectionId, chosen),
  buildLog: ({ input, result }) => ({
    ...logged('Submit default WhatsApp templates', 'connection', input.connectionId),
    context: { submitted: result.submitted.length, refused: result.refused.length },
  }),
}

registerCommand(saveDraftCommand)
registerCommand(changeDraftCommand)
registerCommand(removeDraftCommand)
registerCommand(submitCommand)
registerCommand(sampleCommand)
registerCommand(libraryCommand)
registerCommand(defaultsCommand)
