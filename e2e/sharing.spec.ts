import { Playground, expect, test } from './playground.ts';

async function linkOf(playground: Playground): Promise<string> {
  await playground.button('Share').click();
  const dialog = playground.page.getByRole('dialog', { name: 'Share' });
  const link = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  await playground.page.keyboard.press('Escape');
  return link;
}
const hashOf = (link: string) => link.slice(link.indexOf('#'));

test('a link opened elsewhere shows the same step and picture', async ({ playground, browser }) => {
  await playground.open();
  await playground.pattern('Fan-out');
  await playground.press(...Array.from({ length: 23 }, () => 'ArrowRight'));
  await playground.page
    .getByRole('table', { name: 'Goroutines' })
    .getByRole('button', { name: /worker/ })
    .first()
    .click();
  await playground.idle();
  const picture = await playground.picture();
  const link = await linkOf(playground);

  const elsewhere = await browser.newContext();
  const other = new Playground(await elsewhere.newPage());
  await other.page.goto(link);
  await other.idle();
  expect(await other.step()).toBe(23);
  expect(await other.picture()).toEqual(picture);
  await expect(other.page.getByRole('button', { pressed: true })).toHaveCount(1);
  await expect(other.page.getByRole('alert')).toHaveCount(0);
  expect(other.errors).toEqual([]);
  await elsewhere.close();
});

test('a link followed on the open page takes its place', async ({ playground, page }) => {
  await playground.open();
  await playground.press('ArrowRight', 'ArrowRight', 'ArrowRight');
  const link = await linkOf(playground);
  await playground.pattern('Timeout');
  await page.evaluate((hash) => {
    location.hash = hash;
  }, hashOf(link));
  await expect.poll(() => playground.step()).toBe(3);
  await playground.idle();
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('numWorkers');
});

test('a link that is cut off is told in an alert that stays, and the default program is there', async ({ playground, page }) => {
  await playground.open();
  const link = hashOf(await linkOf(playground));
  await page.goto('about:blank');
  await playground.open(link.slice(0, -20));
  const alert = page.getByRole('alert');
  await expect(alert).toContainText('This link cannot be opened');
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('numWorkers');
  await playground.press('ArrowRight');
  expect(await playground.step()).toBe(1);
  await expect(alert).toBeVisible();
  await alert.getByRole('button', { name: 'Dismiss' }).click();
  await expect(alert).toHaveCount(0);
});

test('links that are changed, foreign, hostile, newer or huge are told, and change nothing', async ({ playground, page }) => {
  await playground.open();
  const link = hashOf(await linkOf(playground));
  await playground.press('ArrowRight', 'ArrowRight');
  const picture = await playground.picture();
  const damaged = [
    link.slice(0, 60) + (link[60] === 'A' ? 'B' : 'A') + link.slice(61),
    '#section-2',
    '#1"><img src=x onerror=alert(1)>',
    `#9${link.slice(2)}`,
    `#1${'A'.repeat(900_000)}`,
  ];
  for (const hash of damaged) {
    await page.evaluate((fragment) => {
      location.hash = fragment;
    }, hash);
    await expect(page.getByRole('alert'), hash.slice(0, 40)).toContainText('This link cannot be opened');
    await page.getByRole('alert').getByRole('button', { name: 'Dismiss' }).click();
    await playground.idle();
    expect(await playground.picture()).toEqual(picture);
  }
});

test('a reload after an edit brings back the edited program, not the link’s', async ({ playground, page }) => {
  await playground.open();
  const link = await linkOf(playground);
  await page.goto('about:blank');
  await playground.open(hashOf(link));
  await playground.write('package main\n\nfunc main() {\n\tprintln("mine")\n}\n');
  await page.reload();
  await playground.idle();
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('"mine"');
});

test('the own program that a link replaced can be had back', async ({ playground, page }) => {
  await playground.open();
  const link = await linkOf(playground);
  await playground.write('package main\n\nfunc main() {\n\tprintln("mine")\n}\n');
  await page.goto('about:blank');
  await playground.open(hashOf(link));
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('numWorkers');
  await playground.pattern('Your last program');
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('"mine"');
});

test('inside another page the moment stands without editor and storage, and leads to the playground', async ({ playground, page }) => {
  await playground.open();
  await playground.pattern('Fan-out');
  await playground.press(...Array.from({ length: 9 }, () => 'ArrowRight'));
  await playground.button('Share').click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('button', { name: 'Frame for a page' }).click();
  const frame = await dialog.getByRole('textbox', { name: 'Link' }).inputValue();
  const source = /src="([^"]+)"/.exec(frame)?.[1] ?? '';
  await page.goto(source);
  await playground.idle();
  expect(await playground.step()).toBe(9);
  await playground.press('ArrowRight');
  await expect(page.getByRole('region', { name: 'Program' })).toContainText('results');
  await expect(page.getByRole('region', { name: 'Editor' })).toHaveCount(0);
  expect(await playground.violations()).toEqual([]);
  const [opened] = await Promise.all([page.waitForEvent('popup'), page.getByRole('link', { name: 'Open in playground' }).click()]);
  const there = new Playground(opened);
  await there.idle();
  expect(await there.step()).toBe(10);
  await expect(opened.getByRole('region', { name: 'Editor' })).toContainText('results');
});
