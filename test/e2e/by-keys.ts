/** A page by keys alone: what Tab does not reach cannot be used without a mouse. */
import type { Locator, Page } from 'playwright-core';

export interface ByKeys {
  /** Presses Tab until a control has the focus. @throws Error when Tab never reaches it, or nobody would see that it has the focus */
  tabTo(control: Locator): Promise<void>;
  type(control: Locator, text: string): Promise<void>;
  press(control: Locator): Promise<void>;
  /** Opens the browser's own question for a file, and answers it. */
  choose(control: Locator, file: string): Promise<void>;
}

export function byKeys(page: Page): ByKeys {
  async function tabTo(control: Locator): Promise<void> {
    await control.waitFor({ state: 'attached' });
    for (let presses = 0; presses < 200; presses++) {
      if (await control.evaluate((element) => element === document.activeElement)) return mustShow(control);
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${String(control)}.`);
  }
  async function press(control: Locator): Promise<void> {
    await tabTo(control);
    await page.keyboard.press('Enter');
  }
  return {
    tabTo,
    press,
    async type(control, text) {
      await tabTo(control);
      await page.keyboard.press('Control+a');
      await page.keyboard.type(text);
    },
    async choose(control, file) {
      await tabTo(control);
      const [question] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
      await question.setFiles(file);
    },
  };
}

/** The control, or the label that is drawn in its place, has an outline. */
async function mustShow(control: Locator): Promise<void> {
  const shown = await control.evaluate((element) =>
    [element, element.closest('label')].some((one) => one !== null && getComputedStyle(one).outlineStyle !== 'none'),
  );
  if (!shown) throw new Error(`Nothing shows that ${String(control)} has the focus.`);
}
