import { Segmented } from '@/ui/segmented';
import { useLanguage } from '@/words/language-provider';

/** Indonesian or English, before anybody is signed in. */
export function LanguageSwitch() {
  const { language, words, choose } = useLanguage();
  const segments = [
    { value: 'id', label: 'ID' },
    { value: 'en', label: 'EN' },
  ];
  return (
    <Segmented
      label={words.frame.language}
      segments={segments}
      value={language}
      onChange={(value) => void choose(value === 'en' ? 'en' : 'id')}
    />
  );
}
