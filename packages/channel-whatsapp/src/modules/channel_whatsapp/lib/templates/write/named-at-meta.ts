import { callGraph } from '../../graph/graph-client.ts'
import { type GraphTemplate, templatePages } from '../../graph/list-templates.ts'
import type { OurConnection } from '../../numbers/our-number.ts'

/**
 * What Meta has by a name, in one language or in all.
 *
 * @throws GraphError, GraphUnreachable
 */
export async function* namedAtMeta(
  { access, connection }: OurConnection,
  { name, language }: { name: string; language?: string },
): AsyncGenerator<GraphTemplate> {
  // Meta takes the name for a part of one.
  const narrowed = `&${new URLSearchParams({ name, ...(language === undefined ? {} : { language }) })}`
  const get = (path: string) => callGraph(access, 'GET', path + narrowed)
  for await (const { templates } of templatePages(get, connection.businessAccountId)) {
    yield* templates.filter(
      (one) => one.name === name && (language === undefined || one.language === language),
    )
  }
}
