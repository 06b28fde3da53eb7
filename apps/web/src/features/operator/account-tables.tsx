import { ago } from '@/lib/dates';
import { Chip } from '@/ui/chip';
import { type Column, DataTable } from '@/ui/data-table';
import type { Words } from '@/words/id';
import { useLanguage } from '@/words/language-provider';
import { AccountMenu } from './account-menu';
import styles from './operator.module.css';
import type { OrganizationRow, PersonRow } from './operator.queries';

type Say = Words['operator'];

function menuColumn<Row>(cell: Column<Row>['cell']): Column<Row> {
  return { key: 'menu', head: '', cell, width: '3.5rem' };
}

function nameCell(name: string, suspendedAt: string | null, say: Say) {
  return (
    <span className={styles.name}>
      {name}
      {suspendedAt && <Chip tone="bad">{say.isSuspended}</Chip>}
    </span>
  );
}

/** Everybody who can sign in. */
export function PeopleTable({ people, myId }: { people: readonly PersonRow[]; myId: string }) {
  const { words, language } = useLanguage();
  const say = words.operator;
  const columns: Column<PersonRow>[] = [
    { key: 'name', head: say.name, names: true, cell: ({ name, suspendedAt }) => nameCell(name, suspendedAt, say) },
    { key: 'login', head: say.login, cell: ({ login }) => <span className={styles.login}>{login}</span> },
    { key: 'organizations', head: say.organizations, cell: ({ organizations }) => organizations.join(', ') || '–' },
    {
      key: 'seen',
      head: say.lastSeen,
      cell: ({ lastSeenAt }) => (lastSeenAt ? ago(lastSeenAt, language) : say.neverSeen),
    },
    menuColumn(({ id, name, suspendedAt }) => (
      <AccountMenu
        subject={{ kind: 'person', id, name }}
        isSuspended={suspendedAt !== null}
        whyNot={id === myId ? words.refusals['operator.self'] : undefined}
      />
    )),
  ];
  return <DataTable caption={say.people} columns={columns} rows={people} rowKey={({ id }) => id} />;
}

/** Every organization, with how many people and partnerships it has. */
export function OrganizationTable({ organizations }: { organizations: readonly OrganizationRow[] }) {
  const { operator: say } = useLanguage().words;
  const columns: Column<OrganizationRow>[] = [
    { key: 'name', head: say.name, names: true, cell: ({ name, suspendedAt }) => nameCell(name, suspendedAt, say) },
    { key: 'people', head: say.people, number: true, cell: ({ people }) => people },
    { key: 'partnerships', head: say.partnerships, number: true, cell: ({ partnerships }) => partnerships },
    menuColumn(({ id, name, suspendedAt }) => (
      <AccountMenu subject={{ kind: 'organization', id, name }} isSuspended={suspendedAt !== null} />
    )),
  ];
  return <DataTable caption={say.organizations} columns={columns} rows={organizations} rowKey={({ id }) => id} />;
}
