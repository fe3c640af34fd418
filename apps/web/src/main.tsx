import '@fontsource-variable/inter';
import '@mantine/core/styles.css';
import '@mantine/dates/styles.css';
import '@mantine/notifications/styles.css';
import './app/app.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startTexts } from './app/i18n.js';
import { newQueryClient, Providers } from './app/providers.js';
import { router } from './app/router.js';

await startTexts();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <Providers client={newQueryClient()}>
      <RouterProvider router={router} />
    </Providers>
  </StrictMode>,
);
