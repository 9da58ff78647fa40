// Made by scripts/generate-entity-ids.ts from data/entities.ts.
export const M = { channel_whatsapp: 'channel_whatsapp' } as const
export const E = {
  channel_whatsapp: {
    account_event: 'channel_whatsapp:account_event',
    whats_app_connection: 'channel_whatsapp:whats_app_connection',
  },
} as const
export type KnownModuleId = keyof typeof M
export type KnownEntities = typeof E
