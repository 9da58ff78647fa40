export const features = [
  {
    id: 'channel_whatsapp.view',
    title: 'See WhatsApp connections and templates',
    module: 'channel_whatsapp',
  },
  {
    id: 'channel_whatsapp.manage',
    title: 'Connect WhatsApp accounts and manage their numbers',
    module: 'channel_whatsapp',
    dependsOn: ['channel_whatsapp.view'],
  },
  {
    id: 'channel_whatsapp.templates.manage',
    title: 'Write, submit and delete WhatsApp templates',
    module: 'channel_whatsapp',
    dependsOn: ['channel_whatsapp.view'],
  },
]

export default features
