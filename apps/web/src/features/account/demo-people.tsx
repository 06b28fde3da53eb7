import { useQuery } from '@tanstack/react-query';
import { Card } from '@/ui/card';
import { OrganizationMark } from '@/ui/organization-mark';
import { PersonMark } from '@/ui/person-mark';
import { SkeletonRows } from '@/ui/skeleton';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { demoPeopleQuery, useSignInAsDemoPerson } from './account.queries';
import styles from './demo-people.module.css';

/** The sample people of the demo, each one tap away. */
export function DemoPeople({ onDone }: { onDone: () => void }) {
  const { account: words, frame } = useWords();
  const sentence = useSentence();
  const people = useQuery(demoPeopleQuery);
  const enter = useSignInAsDemoPerson();
  if (people.isPending) return <SkeletonRows label={frame.loading} />;
  if (people.isError) return <p role="alert">{sentence(people.error)}</p>;
  const partnerships = [...new Set(people.data.map(({ partnershipName }) => partnershipName))];
  return (
    <div className="stack">
      <p className="muted">{words.demoNote}</p>
      {enter.error && <p role="alert">{sentence(enter.error)}</p>}
      <Card>
        {partnerships.map((name) => (
          <section key={name} className={styles.group}>
            <h3>{name}</h3>
            <ul className={styles.list}>
              {people.data
                .filter((person) => person.partnershipName === name)
                .map((person) => (
                  <li key={`${person.id} ${name}`}>
                    <button
                      type="button"
                      className={styles.person}
                      onClick={() => enter.mutate({ personId: person.id }, { onSuccess: onDone })}
                    >
                      <PersonMark name={person.name} slot={person.slot} silent />
                      <span>
                        {person.name}
                        <span className={styles.note}>
                          {person.organizationName} · {words.roles[person.role]}
                        </span>
                      </span>
                      <OrganizationMark
                        name={person.organizationName}
                        letters={person.letters}
                        slot={person.slot}
                        silent
                      />
                    </button>
                  </li>
                ))}
            </ul>
          </section>
        ))}
      </Card>
    </div>
  );
}
