import { createElement as h } from 'react';
import { createRoot } from 'react-dom/client';
import { page } from './app.js';

/** Draws the case that the renderer put into the window. */
export function start(ui) {
  createRoot(document.getElementById('app')).render(page(h, ui, window.pageCase));
}
