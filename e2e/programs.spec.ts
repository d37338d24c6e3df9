import { expect, program, test } from './playground.ts';

test('a mistake is told in the compiler’s words and keeps the picture; its repair runs', async ({ playground, page }) => {
  await playground.open();
  const steps = await playground.steps();
  await playground.write(program('\tvar n int = "five"\n\tfmt.Println(n)'));
  await expect(playground.problems.getByRole('listitem')).toHaveText([/8:14.*cannot use "five".*as int value in variable declaration/]);
  await expect(page.locator('.squiggly-error')).not.toHaveCount(0);
  expect(await playground.steps()).toBe(steps);
  await playground.write(program('\tvar n int = 5\n\tfmt.Println(n)'));
  await expect(playground.problems).toHaveCount(0);
  await playground.go('To end');
  await expect(playground.output).toContainText('5');
});

test('Ctrl+Enter runs what is in the editor', async ({ playground, page }) => {
  await playground.open();
  await playground.button('Settings').click();
  await page.getByRole('checkbox', { name: /Run by itself/ }).uncheck();
  await page.keyboard.press('Escape');
  const steps = await playground.steps();
  await playground.write(program('\tfmt.Println("hello")'));
  expect(await playground.steps()).toBe(steps);
  await page.keyboard.press('ControlOrMeta+Enter');
  await playground.idle();
  expect(await playground.steps()).toBeLessThan(steps);
});

test('an endless loop leaves the page responsive, and Run starts again at once', async ({ playground, page }) => {
  await playground.open();
  await playground.page.getByRole('region', { name: 'Editor' }).getByRole('textbox').focus();
  await page.keyboard.press('ControlOrMeta+a');
  // Each statement is work: a loop that only counts has used up its budget of steps before anybody can press Stop.
  await page.keyboard.insertText(program('\tfor {\n\t\t_ = strings.Repeat("x", 20_000)\n\t}', '"strings"'));
  await expect(playground.narration).toContainText('Running');
  const { idle, running } = await page.evaluate(async () => {
    const run = [...document.querySelectorAll('button')].find((button) => button.textContent?.trim() === 'Run');
    const twoFrames = async (act?: () => void) => {
      const began = performance.now();
      act?.();
      await new Promise(requestAnimationFrame);
      await new Promise(requestAnimationFrame);
      return performance.now() - began;
    };
    const median = async (act?: () => void) => {
      const millis: number[] = [];
      for (let i = 0; i < 7; i++) millis.push(await twoFrames(act));
      return millis.sort((a, b) => a - b)[3] ?? Infinity;
    };
    return { idle: await median(), running: await median(() => run?.click()) };
  });
  // A machine that is busy with other things holds up every frame, with or without a press.
  expect(running - idle).toBeLessThan(200);
  await expect(playground.narration).toContainText('Running');
  await expect.poll(() => playground.soFar('steps')).toBeGreaterThan(1000);
  await page.getByRole('button', { name: /^Stop/ }).first().click();
  await playground.idle();
  expect(await playground.steps()).toBeGreaterThan(1000);
  await playground.write(program('\tfmt.Println("free again")'));
  await playground.go('To end');
  await expect(playground.output).toContainText('free again');
});

test('fan-in is found to be a livelock, with goroutines, lines and repair', async ({ playground, page }) => {
  await playground.open();
  await playground.pattern('Fan-in');
  await playground.go('To end');
  await expect(playground.narration).toContainText('Livelock');
  await playground.tab('Diagnosis').click();
  const panel = page.getByRole('tabpanel', { name: /Diagnosis/ });
  await expect(panel).toContainText('Livelock');
  await expect(panel.getByRole('listitem')).not.toHaveCount(0);
});

test('a deadlock has Go’s words', async ({ playground, page }) => {
  await playground.open();
  await playground.write(program('\tch := make(chan int)\n\tfmt.Println("before")\n\tch <- 1'));
  await playground.go('To end');
  await playground.tab('Diagnosis').click();
  await expect(page.getByRole('tabpanel', { name: /Diagnosis/ })).toContainText('all goroutines are asleep - deadlock!');
  await expect(playground.stage.getByRole('group', { name: /main.*chan send/ })).toBeVisible();
});

test('variables of the goroutine are shown, and what a step has changed', async ({ playground, page }) => {
  await playground.open();
  await playground.write(program('\tx := 1\n\tx = 42\n\tfmt.Println(x)'));
  await playground.go('To start', 'Step forward', 'Step forward');
  await expect(page.getByRole('tabpanel', { name: /Goroutines/ })).toContainText(/x\s*int\s*42\s*was 1/);
});

test('Format lays the program out', async ({ playground, page }) => {
  await playground.open();
  await playground.write('package main\n\nfunc main() {\n      x:=1\n  println( x )\n}\n');
  await playground.button('Format').click();
  await playground.idle();
  await expect(page.getByRole('region', { name: 'Editor' })).toContainText('x := 1');
});
