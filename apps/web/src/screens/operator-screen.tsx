import type { Accounts } from '@mufakat/domain';
import { useQuery } from '@tanstack/react-query';
import { OrganizationTable, PeopleTable } from '@/features/operator/account-tables';
import { Counts } from '@/features/operator/counts';
import styles from '@/features/operator/operator.module.css';
import { accountsQuery } from '@/features/operator/operator.queries';
import { useAddressWord } from '@/lib/address';
import { useMe } from '@/lib/me';
import { useScreen } from '@/lib/screen';
import { Button } from '@/ui/button';
import { Card, ScreenHead } from '@/ui/card';
import { EmptyState } from '@/ui/empty-state';
import { TextField } from '@/ui/field';
import { SkeletonRows } from '@/ui/skeleton';
import { Tabs } from '@/ui/tabs';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';

/** For whoever runs the server: accounts and counts, never what anybody wrote. */
export function OperatorScreen() {
  const { operator: words, frame } = useWords();
  useScreen(words.title);
  const sentence = useSentence();
  const accounts = useQuery(accountsQuery);
  return (
    <>
      <ScreenHead title={words.title} note={words.note} />
      {accounts.isPending && <SkeletonRows label={frame.loading} />}
      {accounts.isError && (
        <EmptyState
          title={frame.broken.title}
          actions={<Button onClick={() => void accounts.refetch()}>{frame.retry}</Button>}
        >
          {sentence(accounts.error)}
        </EmptyState>
      )}
      {accounts.data && <Ledger accounts={accounts.data} />}
    </>
  );
}

function Ledger({ accounts }: { accounts: Accounts }) {
  const { operator: words } = useWords();
  const me = useMe();
  const [tab, setTab] = useAddressWord('tab');
  const [sought, setSought] = useAddressWord('cari');
  const has = (...texts: string[]) =>
    texts
      .join(' ')
      .toLowerCase()
      .includes((sought ?? '').trim().toLowerCase());
  const people = accounts.people.filter(({ name, login, organizations }) => has(name, login, ...organizations));
  const organizations = accounts.organizations.filter(({ name }) => has(name));
  const nothing = <p className="muted">{words.nothing(sought ?? '')}</p>;
  return (
    <div className="stack">
      <Counts accounts={accounts} />
      <div className={styles.search}>
        <TextField
          type="search"
          label={words.search}
          value={sought ?? ''}
          onChange={({ target }) => setSought(target.value || null)}
        />
      </div>
      <Tabs
        label={words.title}
        value={tab === 'organisasi' ? 'organisasi' : 'orang'}
        onChange={setTab}
        tabs={[
          {
            value: 'orang',
            label: words.people,
            count: people.length,
            content: (
              <Card className={styles.table}>
                {people.length > 0 ? <PeopleTable people={people} myId={me?.person.id ?? ''} /> : nothing}
              </Card>
            ),
          },
          {
            value: 'organisasi',
            label: words.organizations,
            count: organizations.length,
            content: (
              <Card className={styles.table}>
                {organizations.length > 0 ? <OrganizationTable organizations={organizations} /> : nothing}
              </Card>
            ),
          },
        ]}
      />
    </div>
  );
}
