import { startPage } from './page.js'

startPage().catch((error: unknown) => {
  // Only a missing file or a bug comes here: tell it where the reader looks.
  const status = document.getElementById('status')
  if (status !== null) status.textContent = String(error)
})
