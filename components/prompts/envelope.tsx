'use client';

import { type ReactNode, useRef, useState } from 'react';
import styles from './envelope.module.css';
import { useFocusAfterSharing, useOpening } from './opening';

/** The partner's answer. It comes out of its envelope when that opens before one's eyes, and simply lies there ever after. */
export function Envelope({ promptId, children }: { promptId: string; children: ReactNode }) {
  const opens = useOpening(promptId);
  const [opened, setOpened] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useFocusAfterSharing(promptId, place);
  const moves = opens && !opened;
  return (
    <div ref={place} tabIndex={-1} className={moves ? styles.envelope : undefined}>
      {moves && (
        <div aria-hidden="true">
          <span className={styles.cover} />
          <span className={styles.flap} />
        </div>
      )}
      <div
        className={moves ? styles.letter : undefined}
        onAnimationEnd={(event) => event.target === event.currentTarget && setOpened(true)}
      >
        {children}
      </div>
    </div>
  );
}
