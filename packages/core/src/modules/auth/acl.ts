export const features = [
  { id: 'auth.users.view', title: 'See users and their roles', module: 'auth' },
  {
    id: 'auth.users.manage',
    title: 'Change users and their roles',
    module: 'auth',
    dependsOn: ['auth.users.view'],
  },
]

export default features
