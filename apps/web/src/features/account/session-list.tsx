import type { Session } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { MonitorSmartphone } from 'lucide-react';
import { ago } from '@/lib/dates';
import { Button } from '@/ui/button';
import { Panel } from '@/ui/card';
import { Chip } from '@/ui/chip';
import { Icon } from '@/ui/icon';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useLanguage } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { sessionsQuery, useEndSession } from './account.queries';
import styles from './session-list.module.css';

/** Where this person is signed in, and how to end it there. */
export function SessionList() {
  const { account: words, frame } = useLanguage().words;
  const sentence = useSentence();
  const toast = useToast();
  const sessions = useQuery(sessionsQuery);
  const end = useEndSession();
  const stop = (id: Session['id'] | null) =>
    end.mutate(id, {
      onSuccess: () => toast({ says: words.sessionEnded }),
      onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
    });
  const hasOthers = sessions.data?.some(({ isThisOne }) => !isThisOne) ?? false;
  return (
    <Panel title={words.sessions} note={sessions.data && !hasOthers ? words.noOthers : words.sessionsNote}>
      {sessions.isPending && <SkeletonRows label={frame.loading} />}
      {sessions.isError && (
        <div className="row" role="alert">
          {sentence(sessions.error)}
          <Button onClick={() => void sessions.refetch()}>{frame.retry}</Button>
        </div>
      )}
      <ul>
        {sessions.data?.map((session) => (
          <SessionRow key={session.id} session={session} onEnd={() => stop(session.id)} />
        ))}
      </ul>
      {hasOthers && (
        <Button onClick={() => stop(null)} busy={end.isPending}>
          {words.endOthers}
        </Button>
      )}
    </Panel>
  );
}

function SessionRow({ session, onEnd }: { session: Session; onEnd: () => void }) {
  const { words, language } = useLanguage();
  const { device, isThisOne, lastSeenAt } = session;
  const name = device || words.account.someDevice;
  return (
    <li className={styles.session}>
      <Icon of={MonitorSmartphone} />
      <span className={styles.words}>
        {name}
        <span className={styles.note}>{words.account.lastSeen(ago(lastSeenAt, language))}</span>
      </span>
      {isThisOne ? (
        <Chip tone="nila">{words.account.thisDevice}</Chip>
      ) : (
        <Button kind="quiet" small onClick={onEnd} aria-label={words.account.endSession(name)}>
          {words.account.end}
        </Button>
      )}
    </li>
  );
}
