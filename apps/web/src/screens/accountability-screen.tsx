import type { Dashboard } from '@mufakat/domain';
import { minimumFacts } from '@mufakat/domain/browser';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Download, Printer } from 'lucide-react';
import { dashboardQuery, type Period, periods } from '@/features/accountability/accountability.queries';
import { figureOf } from '@/features/accountability/facts';
import { FactsDialog } from '@/features/accountability/facts-dialog';
import { GoalProgressPanel } from '@/features/accountability/goal-progress-panel';
import { KeyFigures } from '@/features/accountability/key-figures';
import { PartnerRates } from '@/features/accountability/partner-rates';
import { UnownedPanel } from '@/features/accountability/unowned-panel';
import { WeekPanels } from '@/features/accountability/week-panels';
import { useAddressWord } from '@/lib/address';
import { download } from '@/lib/api';
import { saveFile } from '@/lib/save-file';
import { day, time } from '@/lib/dates';
import { useLook } from '@/lib/live';
import { percent } from '@/lib/numbers';
import { usePartnership } from '@/lib/partnership';
import { useScreen } from '@/lib/screen';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { Segmented } from '@/ui/segmented';
import { SkeletonRows } from '@/ui/skeleton';
import { useToast } from '@/ui/toast';
import { useLanguage, useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import styles from './accountability-screen.module.css';

/** What was promised and what was kept; every number opens what it counts. */
export function AccountabilityScreen() {
  const { language, words } = useLanguage();
  const { id } = usePartnership();
  const says = words.accountability;
  useScreen(says.title);
  useLook(id, 'accountability');
  const [chosen, setPeriod] = useAddressWord('hari');
  const period = periods.find((each) => each === chosen) ?? '90';
  const { data, isError, refetch } = useQuery(dashboardQuery(id, period));
  return (
    <>
      <ScreenHead
        title={data ? findingOf(data, language, says) : says.title}
        note={data && <SpanNote dashboard={data} />}
        actions={
          <>
            <Segmented
              label={says.period}
              value={period}
              onChange={(next) => setPeriod(next === '90' ? null : next)}
              segments={periods.map((value) => ({ value, label: says.days(Number(value)) }))}
            />
            {data && <Export dashboard={data} period={period} />}
          </>
        }
      />
      {isError && (
        <Banner
          tone={data ? 'risk' : 'bad'}
          action={<Button onClick={() => void refetch()}>{words.frame.retry}</Button>}
        >
          {says.failed}
        </Banner>
      )}
      {data ? <Figures dashboard={data} /> : !isError && <SkeletonRows rows={6} label={says.loading} />}
    </>
  );
}

function findingOf(
  { onTime: { all } }: Dashboard,
  language: 'id' | 'en',
  says: ReturnType<typeof useWords>['accountability'],
) {
  return all.share === null
    ? says.tooFew(all.denominator, minimumFacts)
    : says.finding(percent(all.share, language), all.numerator, all.denominator);
}

function SpanNote({ dashboard: { from, to, onTime } }: { dashboard: Dashboard }) {
  const { language, words } = useLanguage();
  const says = words.accountability;
  const { all } = onTime;
  return (
    <>
      {says.span(day(from, language, 'middle'), day(to, language, 'middle'))}{' '}
      {all.share === null && says.tooFewNote(minimumFacts, all.denominator)}
    </>
  );
}

function Figures({ dashboard }: { dashboard: Dashboard }) {
  const { language, words } = useLanguage();
  const { zone } = usePartnership();
  const says = words.accountability;
  const [word, setWord] = useAddressWord('angka');
  const open = (figure: string) => setWord(figure);
  return (
    <div className="stack">
      <KeyFigures dashboard={dashboard} onOpen={open} />
      <PartnerRates dashboard={dashboard} onOpen={open} />
      <WeekPanels dashboard={dashboard} onOpen={open} />
      <div className={styles.pair}>
        <GoalProgressPanel goals={dashboard.goals} />
        <UnownedPanel unowned={dashboard.unowned} onOpen={open} />
      </div>
      <p className="small muted">
        {says.method}{' '}
        <span className="print-only">{says.computed(time(new Date().toISOString(), language, zone))}</span>
      </p>
      <FactsDialog dashboard={dashboard} figure={figureOf(word)} onClose={() => setWord(null)} />
    </div>
  );
}

function Export({ dashboard: { from, to }, period }: { dashboard: Dashboard; period: Period }) {
  const { language, words } = useLanguage();
  const { id: partnershipId } = usePartnership();
  const says = words.accountability;
  const toast = useToast();
  const sentence = useSentence();
  const { mutate, isPending } = useMutation({
    mutationFn: () => download('exportDashboard', { partnershipId, period, locale: language }),
    onSuccess: (file) => {
      saveFile(file, says.fileName(from, to));
      toast({ says: says.exported });
    },
    onError: (error) => toast({ says: sentence(error), tone: 'refused' }),
  });
  return (
    <>
      <Button icon={Download} busy={isPending} onClick={() => mutate()}>
        {says.export}
      </Button>
      <Button icon={Printer} className="wide-only" onClick={() => print()}>
        {says.print}
      </Button>
    </>
  );
}
