import type { Benefit, Goal, SeatId } from '@mufakat/domain';
import { goalChangeRefusal } from '@mufakat/domain/browser';
import { CalendarDays, ChevronDown, Eye, Sparkles, UserRound } from 'lucide-react';
import { type ComponentProps, type FormEvent, type ReactNode, useState } from 'react';
import { day, daysBetween, today } from '@/lib/dates';
import { type PartnershipView, usePartnership } from '@/lib/partnership';
import { Button } from '@/ui/button';
import { TextField } from '@/ui/field';
import { Icon } from '@/ui/icon';
import { ChoiceMenu, type MenuChoice } from '@/ui/menu';
import { OrganizationMark } from '@/ui/organization-mark';
import { Popover } from '@/ui/popover';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import { useChangeGoal } from './goal.queries';
import styles from './goal-page.module.css';

/** Who answers for the goal, who looks it over, when, and what it is good for. */
export function GoalFacts({ goal }: { goal: Goal }) {
  const { words } = useLanguage();
  const said = words.goal;
  const benefit = goal.benefit ? said.benefits[goal.benefit].name : said.page.nobody;
  return (
    <div className={styles.facts}>
      <PersonFact goal={goal} of="championId" icon={<Icon of={UserRound} size={16} />} />
      <PersonFact goal={goal} of="reviewerId" icon={<Icon of={Eye} size={16} />} />
      <DatesFact goal={goal} />
      <BenefitFact goal={goal} now={benefit} />
    </div>
  );
}

type FactProps = Omit<ComponentProps<'button'>, 'children'> & {
  what: string;
  now: ReactNode;
  spoken: string;
  mark: ReactNode;
  whyNot: string | undefined;
};

/** One fact as a button which changes it, or as plain words for who may only read. */
function Fact({ what, now, spoken, mark, whyNot, ...rest }: FactProps) {
  const { words } = useLanguage();
  const content = (
    <>
      {mark}
      <span>
        <span className={styles.what}>{what}</span>
        {now}
      </span>
    </>
  );
  if (whyNot !== undefined)
    return (
      <span className={styles.fact} title={whyNot}>
        {content}
      </span>
    );
  return (
    <button type="button" className={styles.fact} {...rest} aria-label={words.goal.page.choose(what, spoken)}>
      {content}
      <Icon of={ChevronDown} size={14} />
    </button>
  );
}

function useWhyNot(goal: Goal): string | undefined {
  const words = useWords();
  const { seat } = usePartnership();
  const refusal = goalChangeRefusal(seat, goal);
  return refusal === null ? undefined : words.refusals[refusal];
}

function useSave(goal: Goal) {
  const toast = useToast();
  const sentence = useSentence();
  const { mutate } = useChangeGoal(goal);
  return (change: Parameters<typeof mutate>[0]) =>
    mutate(change, { onError: (error) => toast({ says: sentence(error), tone: 'refused' }) });
}

type PersonProps = { goal: Goal; of: 'championId' | 'reviewerId'; icon: ReactNode };

function PersonFact({ goal, of, icon }: PersonProps) {
  const words = useWords();
  const said = words.goal.page;
  const partnership = usePartnership();
  const toast = useToast();
  const save = useSave(goal);
  const whyNot = useWhyNot(goal);
  const other = goal[of === 'championId' ? 'reviewerId' : 'championId'];
  const otherFirm = partnership.partnerOf(other)?.id;
  const [person, firm] = [partnership.member(goal[of]), partnership.partnerOf(goal[of])];
  const what = of === 'championId' ? said.champion : said.reviewer;
  const now = person && firm ? `${person.name}, ${firm.organization.name}` : said.nobody;
  const choose = (value: string) => {
    const seatId = (value || null) as SeatId | null;
    if (seatId && otherFirm && partnership.partnerOf(seatId)?.id === otherFirm)
      return toast({ says: words.refusals['goal.reviewer-same-firm'], tone: 'refused' });
    save({ [of]: seatId });
  };
  return (
    <ChoiceMenu
      value={goal[of] ?? ''}
      choices={peopleOf(partnership, said.noOne, otherFirm, words.refusals['goal.reviewer-same-firm'])}
      onChoose={choose}
      title={of === 'reviewerId' ? said.reviewerNote : what}
    >
      <Fact
        what={what}
        now={now}
        spoken={now}
        whyNot={whyNot}
        mark={
          firm ? (
            <OrganizationMark
              name={firm.organization.name}
              letters={firm.organization.letters}
              slot={firm.slot}
              size="small"
              silent
            />
          ) : (
            icon
          )
        }
      />
    </ChoiceMenu>
  );
}

/** Everybody who sits here, firm by firm; those of the firm which may not do both say so. */
function peopleOf(
  { directory }: PartnershipView,
  noOne: string,
  otherFirm: string | undefined,
  why: string,
): MenuChoice[] {
  const people = directory.partners
    .filter(({ leftAt }) => leftAt === null)
    .flatMap(({ id, organization, slot }) =>
      directory.members
        .filter(({ partnerId, endedAt, role }) => partnerId === id && endedAt === null && role !== 'observer')
        .map(({ seatId, name }) => ({
          value: seatId as string,
          mark: (
            <OrganizationMark name={organization.name} letters={organization.letters} slot={slot} size="small" silent />
          ),
          label: (
            <>
              {name}
              <span className={styles.under}>{id === otherFirm ? why : organization.name}</span>
            </>
          ),
        })),
    );
  return [{ value: '', label: noOne }, ...people];
}

function BenefitFact({ goal, now }: { goal: Goal; now: string }) {
  const { words } = useLanguage();
  const said = words.goal;
  const save = useSave(goal);
  const whyNot = useWhyNot(goal);
  const choices = Object.entries(said.benefits).map(([value, { name, says }]) => ({
    value,
    label: (
      <>
        {name}
        <span className={styles.under}>{says}</span>
      </>
    ),
  }));
  return (
    <ChoiceMenu
      value={goal.benefit ?? ''}
      choices={choices}
      onChoose={(value) => save({ benefit: value as Benefit })}
      title={said.benefit}
    >
      <Fact what={said.benefit} now={now} spoken={now} whyNot={whyNot} mark={<Icon of={Sparkles} size={16} />} />
    </ChoiceMenu>
  );
}

function DatesFact({ goal }: { goal: Goal }) {
  const { words, language } = useLanguage();
  const said = words.goal.page;
  const { zone } = usePartnership();
  const whyNot = useWhyNot(goal);
  const { startsOn, endsOn } = goal;
  const [from, to] = [startsOn && day(startsOn, language), endsOn && day(endsOn, language)];
  const span = from && to ? said.span(from, to) : from ? said.from(from) : to ? said.until(to) : said.noDates;
  const now = endsOn ? `${span}, ${said.daysLeft(daysBetween(today(zone), endsOn))}` : span;
  const fact = (
    <Fact what={said.dates} now={now} spoken={now} whyNot={whyNot} mark={<Icon of={CalendarDays} size={16} />} />
  );
  if (whyNot !== undefined) return fact;
  return (
    <Popover opener={fact} label={said.dates} align="start">
      <DatesForm goal={goal} />
    </Popover>
  );
}

function DatesForm({ goal }: { goal: Goal }) {
  const { words } = useLanguage();
  const said = words.goal.page;
  const sentence = useSentence();
  const { mutateAsync, isPending } = useChangeGoal(goal);
  const [fault, setFault] = useState('');
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = new FormData(event.currentTarget);
    const [startsOn, endsOn] = ['from', 'to'].map((name) => String(values.get(name) ?? '') || null);
    try {
      setFault('');
      await mutateAsync({ startsOn: startsOn ?? null, endsOn: endsOn ?? null });
      document.body.dispatchEvent(new Event('pointerdown', { bubbles: true }));
    } catch (error) {
      setFault(sentence(error));
    }
  };
  return (
    <form className={styles.dates} onSubmit={(event) => void submit(event)} noValidate>
      <TextField type="date" name="from" label={said.startsOn} defaultValue={goal.startsOn ?? ''} />
      <TextField
        type="date"
        name="to"
        label={said.endsOn}
        defaultValue={goal.endsOn ?? ''}
        error={fault || undefined}
      />
      <Button kind="primary" small type="submit" busy={isPending}>
        {said.saveDates}
      </Button>
    </form>
  );
}
