// Made by scripts/generate-entity-ids.ts from data/entities.ts.
export const M = { communication_channels: 'communication_channels' } as const
export const E = {
  communication_channels: {
    communication_channel: 'communication_channels:communication_channel',
    external_contact: 'communication_channels:external_contact',
    external_conversation: 'communication_channels:external_conversation',
    external_message: 'communication_channels:external_message',
    media_file: 'communication_channels:media_file',
  },
} as const
export type KnownModuleId = keyof typeof M
export type KnownEntities = typeof E
