'use client';

import './globals.css';
import { Mark } from '#components/mark/circles';
import en from '../messages/en/errors.json';
import es from '../messages/es/errors.json';

/** The root layout itself broke, so there is no provider of words: both languages stand here, the browser's is shown. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  const isSpanish = typeof navigator !== 'undefined' && navigator.language.startsWith('es');
  const words = (isSpanish ? es : en).broken;
  return (
    <html lang={isSpanish ? 'es' : 'en'}>
      <body>
        <main className="mx-auto flex min-h-dvh max-w-md flex-col items-center justify-center gap-4 px-6 text-center">
          <title>{words.title}</title>
          <Mark className="h-12 w-auto" />
          <h1 className="title text-2xl">{words.title}</h1>
          <p className="text-muted">{words.text}</p>
          <button
            type="button"
            onClick={() => retry()}
            className="min-h-11 rounded-full bg-ours px-6 font-semibold text-on-fill"
          >
            {words.retry}
          </button>
        </main>
      </body>
    </html>
  );
}
