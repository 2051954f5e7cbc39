import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Card } from '#components/ui/card';

/** A picture over weeks, drawn here on the server; its sentence and its table say the same in words. */
export function Chart({
  id,
  title,
  sentence,
  axis,
  picture,
  heads,
  rows,
}: {
  id: string;
  title: ReactNode;
  sentence: ReactNode;
  /** What stands under the first week and under the last. */
  axis: [from: string, to: string];
  picture: ReactNode;
  heads: [week: string, what: string];
  rows: { week: string; what: string }[];
}) {
  const t = useTranslations('feelings.weeks');
  return (
    <Card aria-labelledby={id} className="sm:p-7">
      <h2 id={id} className="title text-xl">
        {title}
      </h2>
      <p className="wrap-anywhere mb-4 text-muted">{sentence}</p>
      <div aria-hidden="true">
        {picture}
        <p className="mt-2 flex flex-wrap justify-between gap-x-4 border-line border-t pt-1.5 text-muted text-xs">
          <span>{axis[0]}</span>
          <span>{axis[1]}</span>
        </p>
      </div>
      <details className="group mt-3">
        <summary
          aria-label={t('tableOf', { title: String(title) })}
          className="inline-flex min-h-11 items-center gap-1.5 rounded-md pr-2 font-medium text-muted text-sm hover:text-ink"
        >
          {t('table')}
          <ChevronDown aria-hidden="true" className="size-4 transition-[rotate] duration-150 group-open:rotate-180" />
        </summary>
        <table className="w-full border-collapse text-left text-sm">
          <thead>
            <tr className="text-muted">
              {heads.map((head) => (
                <th key={head} scope="col" className="border-line border-b py-2 pr-4 font-medium">
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ week, what }) => (
              <tr key={week} className="align-baseline">
                <th scope="row" className="border-line border-b py-2 pr-4 font-medium">
                  {week}
                </th>
                <td className="wrap-anywhere border-line border-b py-2">{what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </Card>
  );
}
