import { expect, test } from './playground.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme}`, () => {
    test.use({ colorScheme });

    test('the page and its dialogs have no violations that axe finds', async ({ playground, page }) => {
      // Eight analyses of a large page.
      test.setTimeout(360_000);
      await playground.open();
      await playground.press(...Array.from({ length: 30 }, () => 'ArrowRight'));
      expect(await playground.violations()).toEqual([]);
      for (const name of ['Channels', 'Diagnosis', 'Explore', 'Lesson']) {
        await playground.tab(name).click();
        expect(await playground.violations('[role=tabpanel][data-state=active]'), name).toEqual([]);
      }
      for (const name of ['Share', 'Settings', 'Keyboard shortcuts']) {
        await playground.button(name).click();
        await expect(page.getByRole('dialog', { name })).toBeVisible();
        expect(await playground.violations('[role=dialog]'), name).toEqual([]);
        await page.keyboard.press('Escape');
      }
    });
  });
}

test('everything can be done from the keyboard', async ({ playground, page }) => {
  await playground.open();
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.press('Shift+ArrowRight', 'ArrowRight', 'ArrowLeft', 'End', 'Home', 'ArrowRight');
  expect(await playground.step()).toBe(1);
  await page.keyboard.press('l');
  await expect(playground.button('Pause')).toBeVisible();
  await page.keyboard.press('k');
  await playground.idle();
  await expect(playground.button('Play')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+P');
  await page.keyboard.type('to end');
  await page.keyboard.press('Enter');
  await playground.idle();
  expect(await playground.step()).toBe(await playground.steps());
  await page.keyboard.press('ControlOrMeta+s');
  await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  await page.keyboard.press('Escape');
  await playground.press('r');
  expect(await playground.step()).toBe(0);
});

test('every control is reached by Tab and the focus is seen', async ({ playground, page }) => {
  await playground.open();
  const names = new Set<string>();
  for (let i = 0; i < 60; i++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const style = element ? getComputedStyle(element) : undefined;
      return {
        name: element?.getAttribute('aria-label') ?? element?.textContent?.trim() ?? '',
        editor: element?.closest('.monaco-editor') !== null,
        outline:
          element === document.body ||
          style?.outlineStyle !== 'none' ||
          element?.closest('.figure, .grip, .monaco-editor, .schedule') !== null,
      };
    });
    if (focused.editor) await page.keyboard.press('Escape');
    expect(focused.outline, focused.name).toBe(true);
    names.add(focused.name);
  }
  for (const name of [
    'Patterns',
    'Run',
    'To start',
    'Step forward',
    'Play',
    'Speed',
    'Strategy',
    'Seed',
    'Share',
    'Settings',
    'Keyboard shortcuts',
    'Step',
  ]) {
    expect(
      [...names].some((seen) => seen.startsWith(name)),
      name,
    ).toBe(true);
  }
});

test('keys are not taken while typing, and letters can be turned off', async ({ playground, page }) => {
  await playground.open();
  const seed = page.getByRole('spinbutton', { name: 'Seed' });
  await seed.focus();
  await page.keyboard.press('End');
  await page.keyboard.press('Space');
  await page.keyboard.press('l');
  await playground.idle();
  expect(await playground.step()).toBe(0);
  await playground.button('Settings').click();
  await page.getByRole('checkbox', { name: /Keys without Ctrl/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  await page.keyboard.press('l');
  await playground.idle();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(await playground.step()).toBe(0);
  await playground.press('ArrowRight');
  expect(await playground.step()).toBe(1);
});

test('Escape, then Tab leaves the editor', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('region', { name: 'Editor' }).getByRole('textbox').focus();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('.monaco-editor') === null)).toBe(true);
});

test('with reduced motion every step is a still frame', async ({ playground, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await playground.open();
  await page.keyboard.press('ArrowRight');
  const frames = await page.evaluate(async () => {
    const picture = () => document.querySelector('.stage-picture')?.outerHTML.replaceAll(/ aria-hidden="\w+"/g, '');
    const shots = new Set<string | undefined>();
    for (let i = 0; i < 20; i++) {
      await new Promise(requestAnimationFrame);
      shots.add(picture());
    }
    return shots.size;
  });
  expect(frames).toBe(1);
});
