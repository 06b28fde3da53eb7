// Runs before the first paint, so that nobody sees a flash of the other theme or text size.
(function () {
  var root = document.documentElement;
  var chosen = {};
  try {
    chosen = JSON.parse(localStorage.getItem('mufakat.looks') || '{}');
    if (localStorage.getItem('mufakat.language') === 'en') root.lang = 'en';
  } catch {
    // A browser that keeps nothing follows the system.
  }
  var dark =
    chosen.theme === 'dark' || (chosen.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  if (chosen.size === 115 || chosen.size === 130) root.dataset.size = String(chosen.size);
  var bar = document.querySelector('meta[name="theme-color"]');
  if (bar) bar.setAttribute('content', dark ? '#101623' : '#f8f7f5');
})();
