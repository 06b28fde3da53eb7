import { useScreen } from '@/lib/screen';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';

export function GoalScreen() {
  const { goals: title } = useWords().frame;
  useScreen(title);
  return <ScreenHead title={title} />;
}
