export const features = [
  { id: 'communication_channels.view', title: 'Read conversations', module: 'communication_channels' },
  {
    id: 'communication_channels.send',
    title: 'Answer customers',
    module: 'communication_channels',
    dependsOn: ['communication_channels.view'],
  },
  { id: 'communication_channels.manage', title: 'Manage channels', module: 'communication_channels' },
  {
    id: 'communication_channels.deliveries.view',
    title: 'Inspect webhook deliveries',
    module: 'communication_channels',
  },
  {
    id: 'communication_channels.deliveries.replay',
    title: 'Replay webhook deliveries',
    module: 'communication_channels',
    dependsOn: ['communication_channels.deliveries.view'],
  },
  {
    id: 'communication_channels.batches.view',
    title: 'See batches of messages and what became of them',
    module: 'communication_channels',
  },
  {
    id: 'communication_channels.batches.send',
    title: 'Send one message to many people',
    module: 'communication_channels',
    dependsOn: ['communication_channels.batches.view'],
  },
  {
    id: 'communication_channels.consents.view',
    title: 'See who agreed to be written to, and the evidence',
    module: 'communication_channels',
  },
  {
    id: 'communication_channels.consents.manage',
    title: 'Record, import and export consent',
    module: 'communication_channels',
    dependsOn: ['communication_channels.consents.view'],
  },
]

export default features
