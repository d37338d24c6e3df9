import { expect, test } from './playground.ts';

/** Each message is some work: a run that uses up its budgets in an instant cannot be watched. */
const endless = `package main

import "strings"

func main() {
	c := make(chan int)
	go func() {
		for i := 0; ; i++ {
			c <- i
		}
	}()
	sum := 0
	for {
		sum += len(strings.Repeat("x", 3_000 + <-c % 7))
	}
}
`;

test('a long run grows before one’s eyes, and is shown as far as its budgets let it come', async ({ playground, page }) => {
  await playground.open();
  const before = await page.locator('html').getAttribute('data-recording');
  await playground.paste(endless);
  await expect(playground.growth).toBeVisible();
  const early = await playground.soFar('events');
  await expect.poll(() => playground.soFar('events')).toBeGreaterThan(early + 5_000);
  await playground.idle();
  await expect(playground.growth).toBeHidden();
  await expect(page.locator('html')).not.toHaveAttribute('data-recording', before ?? '');
});
