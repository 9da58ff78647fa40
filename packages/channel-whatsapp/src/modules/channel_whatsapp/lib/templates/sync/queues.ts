export const TEMPLATE_SYNCS_QUEUE = 'channel-whatsapp-template-syncs'
export const TEMPLATE_REREADS_QUEUE = 'channel-whatsapp-template-rereads'
