import { createRoot } from 'react-dom/client'
import './phone.css'
import './bubbles.css'
import './sheets.css'
import { PhonePage } from './PhonePage.tsx'

createRoot(document.getElementById('root')!).render(<PhonePage />)
