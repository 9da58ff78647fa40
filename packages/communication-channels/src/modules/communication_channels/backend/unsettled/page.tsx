'use client'

import { UnsettledPage } from '../../components/unsettled/UnsettledPage.tsx'

export default function Page() {
  return <UnsettledPage />
}
