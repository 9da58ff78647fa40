import type { Hono } from 'hono'
import type { GraphEnv } from './graph-env.ts'
import { postArchive } from './template-archive-route.ts'
import { getComparison } from './template-compare-route.ts'
import { postTemplates } from './template-create-route.ts'
import { deleteTemplates } from './template-delete-route.ts'
import { postUnpause } from './template-edit-route.ts'
import { getTemplateLibrary } from './template-library-route.ts'
import { getTemplates } from './template-list-route.ts'
import { getPreviews } from './template-previews-route.ts'
import { postUpsert } from './template-upsert-route.ts'

/** Everything about templates but the node itself, whose address it shares with numbers. */
export function addTemplateRoutes(graph: Hono<GraphEnv>): void {
  graph.get('/:node{[0-9]+}/message_templates', getTemplates)
  graph.post('/:node{[0-9]+}/message_templates', postTemplates)
  graph.delete('/:node{[0-9]+}/message_templates', deleteTemplates)
  graph.post('/:node{[0-9]+}/message_templates/:act{archive|unarchive}', postArchive)
  graph.post('/:node{[0-9]+}/upsert_message_templates', postUpsert)
  graph.get('/:node{[0-9]+}/message_template_previews', getPreviews)
  graph.get('/message_template_library', getTemplateLibrary)
  graph.get('/:node{[0-9]+}/compare', getComparison)
  graph.post('/:node{[0-9]+}/unpause', postUnpause)
}
