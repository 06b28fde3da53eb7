import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { LiveContext } from '@/lib/live';
import { SavedProvider } from '@/lib/saved';
import { ScreenProvider } from '@/lib/screen';
import { SessionContext } from '@/lib/session-watch';
import { AnnouncerProvider } from '@/ui/announcer';
import { BackContext } from '@/ui/back';
import { ToastProvider } from '@/ui/toast';
import type { Words } from '@/words/id';
import type { Language } from '@/words/language';
import { LanguageProvider, useWords } from '@/words/language-provider';
import { ConfirmProvider } from './confirm-provider';
import type { MadeApp } from './make-app';

type Props = { language: Language; words: Words; made: MadeApp };

/** The whole product in the browser, around what lives as long as the page. */
export function App({ language, words, made }: Props) {
  return (
    <LanguageProvider language={language} words={words}>
      <Inside {...made} />
    </LanguageProvider>
  );
}

function Inside({ cache, live, router, session, holdBack }: MadeApp) {
  const { messages, close } = useWords().frame;
  return (
    <QueryClientProvider client={cache}>
      <LiveContext value={live}>
        <SessionContext value={session}>
          <SavedProvider>
            <ScreenProvider>
              <BackContext value={holdBack}>
                <AnnouncerProvider>
                  <ToastProvider label={messages} closeLabel={close}>
                    <ConfirmProvider>
                      <RouterProvider router={router} />
                    </ConfirmProvider>
                  </ToastProvider>
                </AnnouncerProvider>
              </BackContext>
            </ScreenProvider>
          </SavedProvider>
        </SessionContext>
      </LiveContext>
    </QueryClientProvider>
  );
}
