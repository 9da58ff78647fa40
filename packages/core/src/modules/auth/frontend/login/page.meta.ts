import type { PageMetadata } from '@open-mercato/shared/modules/registry'

export const metadata: PageMetadata = {
  requireAuth: false,
  pageTitle: 'Sign in',
  pageTitleKey: 'auth.login.title',
  navHidden: true,
}
