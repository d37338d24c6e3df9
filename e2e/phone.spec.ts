import { expect, test } from './playground.ts';

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

test('on a phone views are tabs, and nothing is wider than the screen', async ({ playground, page }) => {
  await playground.open();
  for (const name of ['Code', 'Timeline', 'Console', 'More', 'Stage']) {
    await playground.tab(name).tap();
    await playground.idle();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    await expect(playground.slider).toHaveCount(1);
  }
  await playground.button('Step forward').tap();
  await playground.idle();
  expect(await playground.step()).toBe(1);
  await playground.tab('More').tap();
  for (const name of ['Goroutines', 'Channels', 'Diagnosis', 'Explore', 'Lesson']) await playground.tab(name).tap();
  await expect(page.getByRole('combobox', { name: 'Strategy' })).toBeVisible();
});

test('on a phone targets are large enough for a finger', async ({ playground, page }) => {
  await playground.open();
  for (const target of await page.getByRole('button').or(page.getByRole('tab')).all()) {
    const box = await target.boundingBox();
    if (!box) continue;
    expect(Math.min(box.width, box.height), await target.evaluate((element) => element.outerHTML.slice(0, 90))).toBeGreaterThanOrEqual(24);
  }
  expect(await playground.violations()).toEqual([]);
});

test('on a phone the strip scrubs', async ({ playground, page }) => {
  await playground.open();
  const strip = await page.getByRole('region', { name: 'Scrubber' }).boundingBox();
  if (!strip) throw new Error('no strip');
  await page.touchscreen.tap(strip.x + strip.width / 2, strip.y + 30);
  await playground.idle();
  expect(await playground.step()).toBeGreaterThan((await playground.steps()) * 0.3);
});
