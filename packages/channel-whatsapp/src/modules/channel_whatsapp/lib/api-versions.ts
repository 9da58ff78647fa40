import type { ApiVersionDefinition } from '@open-mercato/shared/modules/integrations/types'
import { DEFAULT_API_VERSION } from './provider.ts'

/**
 * Versions of Graph that this was made for. Meta serves one for two years after the next has come, so the newest has no
 * end yet. https://developers.facebook.com/docs/graph-api/changelog
 */
export const API_VERSIONS: ApiVersionDefinition[] = [
  {
    id: DEFAULT_API_VERSION,
    label: 'Graph v26.0',
    status: 'stable',
    default: true,
    changelog: 'The newest version. The best choice for most.',
  },
  {
    id: 'v25.0',
    label: 'Graph v25.0',
    status: 'stable',
    sunsetAt: '2028-07-29',
    changelog: 'An older version. Everything here works with it too.',
  },
  {
    id: 'v24.0',
    label: 'Graph v24.0',
    status: 'deprecated',
    sunsetAt: '2028-02-18',
    changelog: 'An old version. Choose a newer one when you can.',
  },
]
