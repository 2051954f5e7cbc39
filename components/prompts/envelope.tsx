'use client';

import { type ReactNode, useRef, useState } from 'react';
import styles from './envelope.module.css';
import { useFocusAfterSharing, useOpening } from './opening';

/** The partner's answer. It comes out of its envelope when that opens before one's eyes, and simply lies there ever after. */
export function Envelope({ id, children }: { id: string; children: ReactNode }) {
  const opens = useOpening(id);
  const place = useRef<HTMLDivElement>(null);
  useFocusAfterSharing(id, place);
  return (
    <div ref={place} tabIndex={-1}>
      <Unfold moves={opens}>{children}</Unfold>
    </div>
  );
}

/**
 * A letter in its envelope: the flap lifts, the envelope falls away, the letter rises. Nothing of the letter is seen
 * before. `above` stands over the envelope until it falls.
 */
export function Unfold({ moves, above, children }: { moves: boolean; above?: ReactNode; children: ReactNode }) {
  const [opened, setOpened] = useState(false);
  const isMoving = moves && !opened;
  return (
    <div className={isMoving ? styles.place : undefined}>
      {isMoving && (
        <div aria-hidden="true" className={styles.sealed}>
          {above}
          <div className={styles.cover}>
            <span className={styles.flap} />
          </div>
        </div>
      )}
      <div
        className={isMoving ? styles.letter : undefined}
        onAnimationEnd={(event) => event.target === event.currentTarget && setOpened(true)}
      >
        {children}
      </div>
    </div>
  );
}
