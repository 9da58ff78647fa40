import { steerRoute } from '../../../../lib/batches/steer-route.ts'

export const { metadata, openApi, POST } = steerRoute('resume', 'Let a paused batch go on')
