import { Content, List, Root, Trigger } from '@radix-ui/react-tabs';
import type { ReactNode } from 'react';
import styles from './tabs.module.css';

export type Tab = { value: string; label: ReactNode; count?: ReactNode; content: ReactNode };

type Props = { label: string; tabs: readonly Tab[]; value: string; onChange: (value: string) => void };

/** Parts of one screen; which one is shown belongs in the address. Only the chosen part is rendered. */
export function Tabs({ label, tabs, value, onChange }: Props) {
  return (
    <Root value={value} onValueChange={onChange} activationMode="manual">
      <List className={styles.list} aria-label={label}>
        {tabs.map((tab) => (
          <Trigger key={tab.value} value={tab.value} className={styles.tab ?? ''}>
            {tab.label}
            {tab.count !== undefined && <span className={styles.count}>{tab.count}</span>}
          </Trigger>
        ))}
      </List>
      {tabs.map((tab) => (
        <Content key={tab.value} value={tab.value} className={styles.content ?? ''}>
          {tab.content}
        </Content>
      ))}
    </Root>
  );
}
