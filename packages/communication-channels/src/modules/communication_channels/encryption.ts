import type { ModuleEncryptionMap } from '@open-mercato/shared/modules/encryption'

/**
 * What people wrote, their names and their numbers are unreadable at rest. The journal's bytes are encrypted
 * apart (`lib/ingest/journal-cipher.ts`), because they are bytes and not columns of text.
 */
export const defaultEncryptionMaps: ModuleEncryptionMap[] = [
  {
    entityId: 'communication_channels:external_contact',
    fields: [
      ...[{ field: 'display_name' }, { field: 'phone' }, { field: 'user_id' }, { field: 'username' }],
      // Why a colleague joined or separated them (`cc_contact_decisions`).
      { field: 'reason' },
    ],
  },
  {
    entityId: 'communication_channels:external_message',
    fields: [
      ...[{ field: 'content' }, { field: 'context' }],
      ...[{ field: 'fallback_text' }, { field: 'refused_content' }, { field: 'template_content' }],
    ],
  },
  {
    entityId: 'communication_channels:message_batch',
    fields: [
      ...[{ field: 'name' }, { field: 'content' }, { field: 'fallback_text' }],
      // Of its recipients (`cc_batch_recipients`).
      ...[{ field: 'phone' }, { field: 'parameters' }],
    ],
  },
  {
    entityId: 'communication_channels:consent',
    fields: [
      // The text shown and the evidence (`cc_consent_words`), and why somebody is blocked (`cc_contact_blocks`).
      ...[{ field: 'words' }, { field: 'reason' }],
      // Of an import (`cc_consent_imports`, `cc_consent_import_rows`).
      ...[{ field: 'file_name' }, { field: 'evidence' }, { field: 'cells' }],
    ],
  },
  {
    entityId: 'communication_channels:media_file',
    fields: [{ field: 'file_name' }, { field: 'link' }],
  },
]

export default defaultEncryptionMaps
