import { expect, test } from './playground.ts';

test('without WebAssembly the page says so, and gives the kept program back', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('interleave.program', JSON.stringify({ text: 'package main // mine' }));
    Reflect.deleteProperty(globalThis, 'WebAssembly');
  });
  await page.goto('./');
  await expect(page.getByRole('alert')).toContainText('WebAssembly');
  await expect(page.getByRole('textbox', { name: 'Your last program' })).toHaveValue('package main // mine');
});

test('without storage everything works, and an edit is told not to be kept', async ({ playground, page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await playground.open();
  await playground.press('ArrowRight');
  expect(await playground.step()).toBe(1);
  await playground.write('package main\n\nfunc main() {\n\tprintln(1)\n}\n');
  await expect(page.getByRole('alert')).toContainText('keeps nothing');
});

test('a closed tab loses nothing', async ({ playground, page, context }) => {
  await playground.open();
  await playground.write('package main\n\nfunc main() {\n\tprintln("still here")\n}\n');
  await page.close();
  const again = await context.newPage();
  await again.goto('./');
  await expect(again.getByRole('region', { name: 'Editor' })).toContainText('still here');
});

test('the policy forbids everything that the page does not need, and nothing breaks it', async ({ playground, page }) => {
  await playground.open();
  const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'wasm-unsafe-eval';");
  const escaped = await page.evaluate(async () => {
    const inline = document.createElement('script');
    inline.textContent = 'document.title = "taken over"';
    document.head.append(inline);
    const fetched = await fetch('https://example.org/').then(
      () => true,
      () => false,
    );
    return { fetched, title: document.title };
  });
  expect(escaped.fetched).toBe(false);
  expect(escaped.title).toContain('Interleave');
  expect(playground.errors.splice(0).every((error) => /Content Security Policy|Fetch API/.test(error))).toBe(true);
});
