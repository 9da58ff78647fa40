import { steerImportRoute } from '../../../../../lib/consent/import/steer-import-route.ts'

export const { metadata, openApi, POST } = steerImportRoute(
  'start',
  'Record what was found sound in a list that was checked',
)
