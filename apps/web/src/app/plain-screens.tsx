import { type ErrorComponentProps, Link } from '@tanstack/react-router';
import { isRefused } from '@/lib/api';
import { Button, buttonLook } from '@/ui/button';
import { ScreenHead } from '@/ui/card';
import { SkeletonRows } from '@/ui/skeleton';
import { useScreen } from '@/lib/screen';
import { useWords } from '@/words/language-provider';
import { useSentence } from '@/words/sentence';
import styles from './plain-screens.module.css';

/** An address which leads nowhere, or to what is not this person's. */
export function LostScreen() {
  const { lost } = useWords().frame;
  useScreen(lost.title);
  return (
    <div className={styles.plain}>
      <ScreenHead title={lost.title} note={lost.says} />
      <Link to="/" className={buttonLook({ kind: 'primary' })}>
        {lost.back}
      </Link>
    </div>
  );
}

/** A screen which could not be opened: why, and what to do. */
export function BrokenScreen({ error, reset }: ErrorComponentProps) {
  if (isRefused(error, 'not-found')) return <LostScreen />;
  return <Broken error={error} reset={reset} />;
}

function Broken({ error, reset }: Pick<ErrorComponentProps, 'error' | 'reset'>) {
  const { broken, retry } = useWords().frame;
  const sentence = useSentence();
  useScreen(broken.title);
  return (
    <div className={styles.plain} role="alert">
      <ScreenHead title={broken.title} note={sentence(error)} />
      <Button kind="primary" onClick={reset}>
        {retry}
      </Button>
    </div>
  );
}

/** What stands in while a screen is on its way. */
export function LoadingScreen() {
  const { loading } = useWords().frame;
  return <SkeletonRows label={loading} />;
}
