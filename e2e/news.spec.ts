import { expectAccessible, expectNoSideways } from './access';
import { button, link } from './person';
import { titleField } from './plans';
import { expect, test } from './test';
import { say } from './words';

test('good news is told, answered step by step, and becomes a plan', async ({ couple: [noor, sam] }) => {
  const words = 'They said yes to Wednesdays';
  await sam.visit('/today');
  const stays = await sam.staysHere();

  await test.step('Noor tells it; what is typed survives a reload', async () => {
    await noor.visit('/thanks/news');
    await expectAccessible(noor.page);
    await link(noor.main, say('news.share')).click();
    await noor.arrive(say('news.form.title'));
    const field = noor.page.getByRole('textbox', { name: say('news.form.label') });
    await field.fill(words);
    await expectAccessible(noor.page);
    await noor.page.reload();
    await noor.arrive();
    await expect(field).toHaveValue(words);
    await button(noor.page, say('news.form.send', { name: 'Sam' })).click();
    await noor.arrive(say('news.from.me'));
    await expect(noor.main.getByText(words)).toBeVisible();
  });

  await test.step('Sam is told, finds it on Today, and says what is great about it', async () => {
    await sam.hears(say('events.news.shared', { name: 'Noor' }));
    const title = say('news.asks.great', { name: 'Noor' });
    await link(sam.main, `${say('news.asks.look')}: ${title}`).click();
    await sam.arrive(say('news.from.partner', { name: 'Noor' }));
    await expectAccessible(sam.page);
    await sam.page.getByRole('textbox', { name: say('news.steps.great.title') }).fill('You asked without shrinking');
    await button(sam.page, say('news.steps.great.action')).click();
    await expect(sam.page.getByRole('heading', { name: say('news.said.great') })).toBeFocused();
    await expect(noor.main.getByText('You asked without shrinking')).toBeVisible();
    await noor.hears(say('events.news.answered', { name: 'Sam' }));
  });

  await test.step('he asks one thing, and Noor may answer', async () => {
    await sam.page.getByRole('textbox', { name: say('news.steps.question.title') }).fill('What did Ruth say?');
    await button(sam.page, say('news.steps.question.action')).click();
    await expect(
      noor.page.getByRole('heading', { name: say('news.steps.reply.title', { name: 'Sam' }) }),
    ).toBeVisible();
    await expectAccessible(noor.page);
    const reply = noor.page.getByRole('textbox', { name: say('news.steps.reply.title', { name: 'Sam' }) });
    await reply.fill('She clapped the loudest');
    await button(noor.page, say('news.steps.reply.action')).click();
    await expect(sam.main.getByText('She clapped the loudest')).toBeVisible();
  });

  await test.step('they celebrate: a plan, with the words ready', async () => {
    await button(sam.page, say('news.steps.celebrate.second')).click();
    await expectAccessible(sam.page);
    await button(sam.page, say('news.steps.celebrate.action')).click();
    await expect(link(noor.main, say('news.plan.action'))).toBeVisible();
    await stays();
    await expectNoSideways(sam.page);
    await link(sam.main, say('news.plan.action')).click();
    await sam.arrive(say('plans.form.together'));
    await expect(titleField(sam)).toHaveValue(say('news.steps.celebrate.second'));
    await expect(sam.main.getByText(words)).toBeVisible();
    await button(sam.page, say('plans.form.propose', { name: 'Noor' })).click();
    await sam.arrive(say('news.steps.celebrate.second'));
    await noor.hears(say('events.plan.proposed', { name: 'Sam' }));
  });

  await test.step('Noor takes it back: its place stays, her words do not', async () => {
    await button(noor.page, say('news.menu')).click();
    await button(noor.page, say('news.withdraw.action')).click();
    const dialog = noor.page.getByRole('dialog', { name: say('news.withdraw.title') });
    await button(dialog, say('news.withdraw.action')).click();
    await expect(noor.main.getByText(words)).toHaveCount(0);
    await sam.visit('/thanks/news');
    await expect(sam.main.getByText(say('news.withdrawn'))).toBeVisible();
    await expectAccessible(sam.page);
    sam.watch.expect(/^response: GET \/thanks\/news\/[\w-]+ 404$/);
    await sam.visit(`/thanks/news/${crypto.randomUUID()}`);
    await expect(sam.title).toHaveText(say('news.notFound.title'));
    await expectAccessible(sam.page);
  });
});
