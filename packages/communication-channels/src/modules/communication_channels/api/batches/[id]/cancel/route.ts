import { steerRoute } from '../../../../lib/batches/steer-route.ts'

export const { metadata, openApi, POST } = steerRoute(
  'cancel',
  'End a batch; what has not left does not leave',
)
