/** The page begins here. */
import { createRoot } from 'react-dom/client';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { App } from './app/App.tsx';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';
import './style/layout.css';

createRoot(document.getElementById('app') as HTMLElement).render(
  <I18nProvider locale="nl-NL">
    <App />
  </I18nProvider>,
);
