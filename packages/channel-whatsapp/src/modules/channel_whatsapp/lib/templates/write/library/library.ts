import { databaseNow } from '@open-mercato/communication-channels/modules/communication_channels/lib/db'
import {
  createFromLibrary,
  type LibraryChoice,
  type LibraryFilter,
  listLibrary,
} from '../../../graph/template-library.ts'
import { askMeta, ourConnection } from '../../../numbers/our-number.ts'
import type { ProviderContext } from '../../../provider-context.ts'
import type { TemplateDefinition } from '../../definition/definition.ts'
import { checkedName } from '../checked-definition.ts'
import { createOrFind } from '../create-or-find.ts'
import { graphTemplateOf } from '../graph-template-of.ts'
import { type KeptTemplate, keepSubmitted } from '../keep-submitted.ts'
import { nameStanding } from '../name-standing.ts'
import { requireRoom } from '../submit-new.ts'
import { templateFailure } from '../template-failure.ts'
import { type LibraryTemplate, viewLibraryEntry } from './library-template.ts'

/** @throws ChannelError 404; 422 and 503 with what Meta said */
export async function browseLibrary(
  ctx: ProviderContext,
  connectionId: string,
  filter: LibraryFilter,
): Promise<{ items: LibraryTemplate[]; hasMore: boolean }> {
  const ours = await ourConnection(ctx, connectionId)
  const { entries, hasMore } = await askMeta(ctx, ours, () => listLibrary(ours.access, filter))
  return { items: entries.map(viewLibraryEntry), hasMore }
}

/** All that Meta takes from the library but for what is asked for by name. */
const CATEGORY = 'UTILITY'

/** @throws ChannelError as for a new template */
export async function takeFromLibrary(
  ctx: ProviderContext,
  connectionId: string,
  wish: Omit<LibraryChoice, 'category'>,
): Promise<KeptTemplate> {
  const { db, scope } = ctx
  const ours = await ourConnection(ctx, connectionId)
  const { name, language } = wish
  // Its texts are Meta's: all that can be wrong here is the name.
  const asWritten: TemplateDefinition = {
    ...{ name, language },
    category: CATEGORY,
    parameterFormat: 'POSITIONAL',
    components: [],
  }
  checkedName(asWritten, await nameStanding(db, scope, connectionId, wish))
  await requireRoom(ctx, connectionId)
  const askedAt = await databaseNow(db)
  const template = await askMeta(
    ctx,
    ours,
    () =>
      createOrFind(ctx, ours, {
        ...{ name, language },
        create: () =>
          createFromLibrary(ours.access, ours.connection.businessAccountId, { ...wish, category: CATEGORY }),
        asGiven: (submitted) => ({
          ...graphTemplateOf(asWritten, submitted),
          library_template_name: wish.libraryTemplateName,
        }),
        isOurs: (found) => found.library_template_name === wish.libraryTemplateName,
      }),
    (failure) => templateFailure(failure, asWritten),
  )
  return keepSubmitted(ctx, { connectionId, template, askedAt, draft: null })
}
