import { expect, program, test } from './playground.ts';

test('the first visit shows the worker pool, run and paused at step 0', async ({ playground }) => {
  await playground.open();
  expect(await playground.step()).toBe(0);
  expect(await playground.steps()).toBeGreaterThan(40);
  await expect(playground.stage.getByRole('group', { name: /^goroutine main/ })).toHaveCount(1);
  await expect(playground.output).toHaveText('');
  await playground.press('End');
  await expect(playground.stage.getByRole('group', { name: 'channel jobs, 0 of 10, closed' })).toHaveCount(1);
});

test('stepping forward goes through the whole run, and stepping back undoes it', async ({ playground }) => {
  await playground.open();
  const steps = await playground.steps();
  const seen: string[] = [];
  for (let step = 0; step <= steps; step++) {
    expect(await playground.step()).toBe(step);
    seen.push((await playground.picture()).join('\n'));
    if (step < steps) await playground.press('ArrowRight');
  }
  await expect(playground.button('Step forward')).toBeDisabled();
  await expect(playground.output).toContainText('All jobs processed');
  for (let step = steps; step > 7; step -= 7) {
    await playground.press(...Array.from({ length: 7 }, () => 'ArrowLeft'));
    expect((await playground.picture()).join('\n')).toBe(seen[step - 7]);
  }
  await playground.press('Home');
  expect((await playground.picture()).join('\n')).toBe(seen[0]);
  await expect(playground.button('Step back')).toBeDisabled();
});

test('buttons move by step and by event, to both ends', async ({ playground }) => {
  await playground.open();
  await playground.button('Step forward').click();
  expect(await playground.step()).toBe(1);
  await playground.button('Step back').click();
  expect(await playground.step()).toBe(0);
  await playground.button('Next event').click();
  const event = await playground.step();
  expect(event).toBeGreaterThan(0);
  await playground.button('Next event').click();
  await playground.button('Previous event').click();
  expect(await playground.step()).toBe(event);
  await playground.button('To end').click();
  expect(await playground.step()).toBe(await playground.steps());
  await playground.button('To start').click();
  expect(await playground.step()).toBe(0);
});

test('the narration is read out and is the slider’s value text', async ({ playground }) => {
  await playground.open();
  await playground.press('ArrowRight', 'ArrowRight');
  const text = await playground.slider.getAttribute('aria-valuetext');
  expect(text).toMatch(/\w+.*\./);
  await expect(playground.narration).toContainText((text ?? '').split('.')[0] ?? '');
});

test('dragging along the timeline scrubs', async ({ playground, page }) => {
  await playground.open();
  await playground.press('End');
  const end = await playground.slider.boundingBox();
  await playground.press('Home');
  const start = await playground.slider.boundingBox();
  if (!start || !end) throw new Error('the slider has no box');
  const y = start.y + start.height / 2;
  const steps = await playground.steps();
  await page.mouse.move(start.x + start.width / 2, y);
  await page.mouse.down();
  for (const share of [0.25, 0.75, 0.5]) {
    await page.mouse.move(start.x + start.width / 2 + share * (end.x - start.x), y);
    await playground.idle();
    expect(Math.abs((await playground.step()) - share * steps)).toBeLessThan(2);
  }
  await page.mouse.up();
});

test('play moves to the end and pauses there; play backwards returns', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('250');
  await playground.button('Play').click();
  await expect.poll(() => playground.step()).toBe(await playground.steps());
  await expect(playground.button('Play')).toBeVisible();
  await playground.button('Play backwards').click();
  await expect.poll(() => playground.step()).toBe(0);
});

test('pause keeps the place', async ({ playground }) => {
  await playground.open();
  await playground.button('Play').click();
  await expect.poll(() => playground.step()).toBeGreaterThan(1);
  await playground.button('Pause').click();
  await playground.idle();
  const step = await playground.step();
  await expect(playground.button('Play')).toBeVisible();
  expect(await playground.step()).toBe(step);
});

test('the console rewinds with the cursor', async ({ playground }) => {
  await playground.open();
  await playground.press('End');
  await expect(playground.output.getByRole('listitem')).not.toHaveCount(0);
  await playground.press('Home');
  await expect(playground.output).toHaveText('');
});

test('tables name goroutines and channels', async ({ playground, page }) => {
  await playground.open();
  await playground.press('End');
  const goroutines = page.getByRole('table', { name: 'Goroutines' });
  await expect(goroutines.getByRole('columnheader')).toHaveText(['Name', 'State', 'Waiting for', 'Line']);
  await expect(goroutines.getByRole('row')).toHaveCount(5);
  await playground.tab('Channels').click();
  const channels = page.getByRole('table', { name: 'Channels' });
  await expect(channels.getByRole('columnheader')).toHaveText([
    'Name',
    'Buffer',
    'Values',
    'Senders waiting',
    'Receivers waiting',
    'State',
  ]);
  await expect(channels.getByRole('row', { name: /jobs.*0\/10.*closed/ })).toBeVisible();
});

test('another road at a choice gives another run with the same beginning, and back', async ({ playground, page }) => {
  await playground.open();
  while (!(await playground.narration.textContent())?.includes('could have')) await playground.press('Shift+ArrowRight');
  const step = await playground.step();
  const picture = async () => (await playground.picture()).join('\n');
  await playground.press('ArrowRight');
  const before = await picture();
  await playground.press('ArrowLeft', 'c');
  const dialog = page.getByRole('dialog', { name: `Choice after step ${step}` });
  await expect(dialog.getByRole('radio')).not.toHaveCount(0);
  await dialog.getByRole('button', { name: 'Run from here' }).click();
  await playground.idle();
  expect(await playground.step()).toBe(step);
  await playground.press('ArrowRight');
  expect(await picture()).not.toBe(before);
  await page.getByRole('button', { name: /^Forked at/ }).click();
  await playground.idle();
  expect(await playground.step()).toBe(step + 1);
  expect(await picture()).toBe(before);
});

test('another seed gives another execution, the same seed the same', async ({ playground, page }) => {
  await playground.open();
  await page.getByRole('combobox', { name: 'Strategy' }).selectOption('random');
  const seed = page.getByRole('spinbutton', { name: 'Seed' });
  const outputOf = async (number: string) => {
    await seed.fill(number);
    await seed.press('Enter');
    await playground.idle();
    await playground.button('To end').click();
    await playground.idle();
    return (await playground.picture()).join('\n');
  };
  const first = await outputOf('7');
  const others = [await outputOf('8'), await outputOf('9'), await outputOf('10')];
  expect(others.some((other) => other !== first)).toBe(true);
  expect(await outputOf('7')).toBe(first);
});

test('far beyond the statements that a recording lists, line, stack and sentence are those of the step', async ({ playground, page }) => {
  await playground.open();
  await playground.write(program('\tsum := 0\n\tfor i := range 150_000 {\n\t\tsum += i\n\t}\n\tfmt.Println(sum)'));
  await playground.press('Escape');
  await page.getByRole('region', { name: 'Stage' }).click({ position: { x: 300, y: 300 } });
  await playground.go('To end', 'Step back', 'Step back');
  expect(await playground.step()).toBeGreaterThan(250_000);
  await expect(playground.narration).toContainText('for i := range 150_000');
  await expect(page.getByRole('table', { name: 'Goroutines' })).toContainText(':9');
  await playground.go('Step back');
  await expect(playground.narration).toContainText('sum += i');
});

test('a click on a line’s number sets a breakpoint, at which continuing stops', async ({ playground, page }) => {
  await playground.open();
  await page.locator('.line-numbers', { hasText: /^13$/ }).click();
  const stops = page.getByRole('group', { name: 'Breakpoints' });
  await expect(stops.getByRole('button', { name: 'Remove the breakpoint at line 13' })).toBeVisible();
  await stops.getByRole('button', { name: 'Continue', exact: true }).click();
  await playground.idle();
  await expect(playground.narration).toContainText('sleeps');
  const first = await playground.step();
  await stops.getByRole('button', { name: 'Continue', exact: true }).press('F5');
  await playground.idle();
  expect(await playground.step()).toBeGreaterThan(first);
  await stops.getByRole('button', { name: 'Continue backwards' }).click();
  await playground.idle();
  expect(await playground.step()).toBe(first);
  await stops.getByRole('button', { name: 'Remove the breakpoint at line 13' }).click();
  await expect(stops).toHaveCount(0);
});
