import { useScreen } from '@/lib/screen';
import { ScreenHead } from '@/ui/card';
import { useWords } from '@/words/language-provider';

export function MeetingsScreen() {
  const { meetings: title } = useWords().frame;
  useScreen(title);
  return <ScreenHead title={title} />;
}
