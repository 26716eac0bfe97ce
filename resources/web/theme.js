// SPDX-License-Identifier: GPL-3.0-or-later
// Before anything is painted: the theme that was chosen, else the system's. No module, since modules run later.
(() => {
  const themes = ['auto', 'light', 'dark'];
  const words = { auto: 'Theme: system', light: 'Theme: light', dark: 'Theme: dark' };

  const stored = () => {
    try {
      return localStorage.getItem('createzoom-theme');
    } catch {
      return null; // storage may be forbidden
    }
  };

  const apply = (theme) => {
    document.documentElement.dataset.theme = theme;
    const button = document.getElementById('theme-button');
    if (button) button.textContent = words[theme];
  };

  const next = () => {
    const theme = themes[(themes.indexOf(document.documentElement.dataset.theme) + 1) % themes.length];
    try {
      localStorage.setItem('createzoom-theme', theme);
    } catch { /* it holds for this page then */ }
    apply(theme);
  };

  apply(themes.includes(stored()) ? stored() : 'auto');
  document.addEventListener('DOMContentLoaded', () => {
    apply(document.documentElement.dataset.theme);
    document.getElementById('theme-button')?.addEventListener('click', next);
  });
})();
