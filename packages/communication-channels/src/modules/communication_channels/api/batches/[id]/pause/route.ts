import { steerRoute } from '../../../../lib/batches/steer-route.ts'

export const { metadata, openApi, POST } = steerRoute(
  'pause',
  'Keep the rest of a batch back until it is to go on',
)
