import type { ReactNode } from 'react';
import { Lurik } from '@/ui/lurik';
import type { Slot } from '@/ui/person-mark';
import { SkipLink } from '@/ui/skip-link';
import styles from './shell.module.css';

/** The id of the content; the skip link leads here. */
export const contentId = 'isi';

type Props = {
  skip: string;
  /** The lurik over every screen. */
  threads: readonly Slot[];
  side: ReactNode;
  top: ReactNode;
  /** The bar at the thumb, on a phone. */
  bottom: ReactNode;
  banners: ReactNode;
  children: ReactNode;
};

/** The frame: side, top and content on a wide screen; top, content and thumb bar on a phone. */
export function Shell({ skip, threads, side, top, bottom, banners, children }: Props) {
  return (
    <>
      <SkipLink to={contentId}>{skip}</SkipLink>
      <Lurik slots={threads} place="edge" />
      <div className={styles.shell}>
        {side}
        <div className={styles.column}>
          {top}
          <main id={contentId} tabIndex={-1} className={styles.content}>
            <div className={styles.banners}>{banners}</div>
            {children}
          </main>
        </div>
      </div>
      {bottom}
    </>
  );
}
