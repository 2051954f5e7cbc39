import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
const colours = ['color-contrast', 'link-in-text-block'];

/** Waits until nothing moves or fades any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    // What is folded away does not move on: it would be waited for without end.
    const isSeen = ({ effect }: Animation) => (effect as KeyframeEffect | null)?.target?.checkVisibility();
    const ending = document
      .getAnimations()
      .filter((one) => isSeen(one) && one.effect?.getTiming().iterations !== Infinity);
    await Promise.allSettled(ending.map(({ finished }) => finished));
  });
}

/** axe finds nothing on the page as it stands, in either theme. */
export async function expectAccessible(page: Page): Promise<void> {
  const own = test.info().project.use.colorScheme ?? 'light';
  for (const colorScheme of [own === 'light' ? 'dark' : 'light', own] as const) {
    await page.emulateMedia({ colorScheme });
    await settle(page);
    // Frames, of which there are none, would want the slower mode.
    const axe = new AxeBuilder({ page }).setLegacyMode();
    // Nothing but colours is otherwise in the other theme.
    const { violations } = await (colorScheme === own ? axe.withTags(standards) : axe.withRules(colours)).analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    expect(found, `${colorScheme} ${new URL(page.url()).pathname}`).toEqual([]);
  }
}

/** Nothing is wider than the window. */
export async function expectNoSideways(page: Page): Promise<void> {
  const { wide, room } = await page.evaluate(() => ({
    wide: document.documentElement.scrollWidth,
    room: document.documentElement.clientWidth,
  }));
  expect(wide, `width of ${new URL(page.url()).pathname}`).toBeLessThanOrEqual(room);
}
