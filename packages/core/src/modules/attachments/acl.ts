export const features = [
  { id: 'attachments.view', title: 'Read the files attached to records', module: 'attachments' },
  {
    id: 'attachments.manage',
    title: 'Attach files to records and delete them',
    module: 'attachments',
    dependsOn: ['attachments.view'],
  },
]

export default features
