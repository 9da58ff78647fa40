import { steerImportRoute } from '../../../../../lib/consent/import/steer-import-route.ts'

export const { metadata, openApi, POST } = steerImportRoute(
  'cancel',
  'End an import; what is recorded by then stays recorded',
)
