import { TriangleAlert } from 'lucide-react';
import { Icon } from '@/ui/icon';
import { useWords } from '@/words/language-provider';
import styles from './price-talk.module.css';

/** What firms of one industry do not speak about, and what they may. */
export function PriceTalk() {
  const { priceTalk: say } = useWords().charter;
  return (
    <div className={styles.warning}>
      <h3>
        <Icon of={TriangleAlert} size={20} /> {say.title}
      </h3>
      <p>{say.says}</p>
      <ul>
        <li>{say.mayNot}</li>
        <li>{say.may}</li>
        <li>{say.own}</li>
      </ul>
    </div>
  );
}
