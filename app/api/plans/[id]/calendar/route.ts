import { answerCalendar } from '#lib/calendar/file';
import { getEntry } from '#lib/calendar/queries';
import { route } from '#lib/http/route';
import { planParams } from '#lib/plans/schema';
import { transaction } from '#lib/transaction';

/** One plan as a file for a calendar. */
export const GET = route({ params: planParams }, ({ identity, params }) =>
  transaction(identity, async (scope) =>
    answerCalendar(scope.member.locale, [await getEntry(scope, params.id)], {
      'content-disposition': 'attachment; filename="nearer.ics"',
    }),
  ),
);
