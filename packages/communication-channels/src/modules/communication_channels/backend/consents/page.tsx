'use client'

import { ConsentsPage } from '../../components/consents/ConsentsPage.tsx'

export default function Page() {
  return <ConsentsPage />
}
