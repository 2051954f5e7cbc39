import { answerCalendar } from '#lib/calendar/file';
import { findCalendar, listEntries } from '#lib/calendar/queries';
import { feedParams } from '#lib/calendar/schema';
import { hashToken } from '#lib/calendar/tokens';
import { route } from '#lib/http/route';
import { readAsCalendar } from '#lib/transaction';

/** A person's feed, for whoever has its address: calendars send no cookie, and one that comes along counts for nothing. */
export const GET = route({ access: 'anyone', params: feedParams }, ({ params }) =>
  readAsCalendar(hashToken(params.file), async (scope) => {
    const calendar = await findCalendar(scope);
    return answerCalendar(scope.member.locale, await listEntries(scope, calendar?.showsTitles ?? false));
  }),
);
