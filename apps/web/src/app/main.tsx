import '../styles/tokens.css';
import '../styles/base.css';
import '../styles/print.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Refused } from '@/lib/api';
import { followDevice } from '@/lib/looks';
import { shareNonce } from '@/lib/nonce';
import { fetchWords, rememberedLanguage, rememberLanguage, wordsOf } from '@/words/language';
import { App } from './app';
import { makeApp } from './make-app';
import { keepForOffline } from '@/lib/offline';

shareNonce();
followDevice();

const language = rememberedLanguage();
rememberLanguage(language);
const made = makeApp();
await fetchWords(language, ['frame', 'refusals']);

const root = document.getElementById('root');
if (root)
  createRoot(root, { onCaughtError: tellFault }).render(
    <StrictMode>
      <App language={language} words={wordsOf(language)} made={made} />
    </StrictMode>,
  );

/** What the server refuses is told on the screen and no fault of the page. */
function tellFault(error: unknown): void {
  if (!(error instanceof Refused)) console.error(error);
}

if (import.meta.env.PROD) keepForOffline(() => void made.cache.refetchQueries());
