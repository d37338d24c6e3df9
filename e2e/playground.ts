/** The page as a person meets it: by roles and names. */
import AxeBuilder from '@axe-core/playwright';
import { expect, test as base } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';

export class Playground {
  readonly page: Page;
  readonly slider: Locator;
  readonly narration: Locator;
  readonly output: Locator;
  readonly problems: Locator;
  readonly stage: Locator;
  /** What the page has logged as an error. */
  readonly errors: string[] = [];

  constructor(page: Page) {
    this.page = page;
    this.slider = page.getByRole('slider', { name: 'Step' });
    this.narration = page.getByRole('status', { name: 'Narration' });
    this.output = page.getByRole('log', { name: 'Output' });
    this.problems = page.getByRole('list', { name: 'Problems' });
    this.stage = page.getByRole('region', { name: 'Stage' });
    page.on('pageerror', (error) => this.errors.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
  }

  async open(hash = ''): Promise<void> {
    await this.page.goto(`./${hash}`);
    await this.idle();
  }

  /** Nothing compiles, runs, seeks, moves or loads. */
  async idle(): Promise<void> {
    await expect(this.page.locator('html')).toHaveAttribute('data-idle', 'true', { timeout: 60_000 });
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true });
  }

  tab(name: string): Locator {
    return this.page.getByRole('tab', { name });
  }

  async press(...keys: readonly string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
    await this.idle();
  }

  /** By buttons: the focus may be where keys type. */
  async go(...names: readonly string[]): Promise<void> {
    for (const name of names) await this.button(name).click();
    await this.idle();
  }

  async step(): Promise<number> {
    return Number(await this.slider.getAttribute('aria-valuenow'));
  }

  /** What is said of a run that goes on. */
  get growth(): Locator {
    return this.page.getByText(/[\d,]+ steps, [\d,]+ events so far\./);
  }

  /** 0 while nothing is said. */
  async soFar(what: 'steps' | 'events'): Promise<number> {
    const [text = ''] = await this.growth.allTextContents();
    return Number(new RegExp(`([\\d,]+) ${what}`).exec(text)?.[1]?.replaceAll(',', '') ?? 0);
  }

  async steps(): Promise<number> {
    return Number(await this.slider.getAttribute('aria-valuemax'));
  }

  async pattern(title: string): Promise<void> {
    await this.button('Patterns').click();
    await this.page.getByRole('menuitem', { name: title }).click();
    await this.idle();
  }

  /** Replaces the program as by pasting, and waits until it is on the page. */
  async write(program: string): Promise<void> {
    await this.paste(program);
    await this.idle();
  }

  /** The same without waiting for its run. */
  async paste(program: string): Promise<void> {
    const text = this.page.getByRole('region', { name: 'Editor' }).getByRole('textbox');
    await text.focus();
    await this.page.keyboard.press('ControlOrMeta+a');
    await this.page.keyboard.insertText(program);
  }

  /** What axe finds against WCAG 2.2 AA, on the page or in a part of it. */
  async violations(part = 'html'): Promise<readonly string[]> {
    // Two copies of Playwright's types are installed, of the same page.
    const page = this.page as unknown as ConstructorParameters<typeof AxeBuilder>[0]['page'];
    const { violations } = await new AxeBuilder({ page })
      .include(part)
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    return violations.map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .map(({ html }) => html)
          .slice(0, 3)
          .join(' | ')}`,
    );
  }

  /** Everything that is drawn, as text, and everything that is printed. */
  async picture(): Promise<readonly string[]> {
    const figures = await this.stage.getByRole('group').evaluateAll((all) => all.map((figure) => figure.getAttribute('aria-label') ?? ''));
    return [...figures, (await this.output.textContent()) ?? '', (await this.narration.textContent()) ?? ''];
  }
}

export const test = base.extend<{ playground: Playground }>({
  playground: async ({ page }, use) => {
    const playground = new Playground(page);
    await use(playground);
    expect(playground.errors).toEqual([]);
  },
});
export { expect };

/** A whole program around the body of main. */
export function program(body: string, imports = '"fmt"'): string {
  return `package main\n\nimport (\n\t${imports.split(' ').join('\n\t')}\n)\n\nfunc main() {\n${body}\n}\n`;
}
