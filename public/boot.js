/*
 * Runs in every browser, however old: says why the page cannot start where it cannot, and hands out the program that was kept. What the
 * page needs are modules (also in workers), WebAssembly, and an address that begins with http.
 */
(function () {
  'use strict';
  function missing() {
    if (location.protocol === 'file:') return 'It was opened as a file. Browsers start it only from a server: run "npm run preview", or any other file server, in its folder.';
    if (typeof WebAssembly !== 'object') return 'It runs Go as WebAssembly, which this browser does not have or has switched off.';
    if (!('noModule' in document.createElement('script'))) return 'It is made of JavaScript modules, which this browser is too old for.';
    if (typeof Worker !== 'function') return 'It runs programs in a worker, so that the page stays responsive, and this browser has none.';
    if (!(window.CSS && CSS.supports && CSS.supports('color', 'light-dark(#000, #fff)'))) return 'Its colours and layout need a browser of 2024 or later (Chrome 123, Firefox 120, Safari 17.5).';
    return '';
  }
  function kept() {
    try {
      return JSON.parse(localStorage.getItem('interleave.program')).text || '';
    } catch (nothing) {
      return '';
    }
  }
  function tell(reason) {
    var box = document.createElement('div');
    box.className = 'boot';
    box.setAttribute('role', 'alert');
    var title = document.createElement('h1');
    title.appendChild(document.createTextNode('Interleave cannot start here'));
    var text = document.createElement('p');
    text.appendChild(document.createTextNode(reason));
    box.appendChild(title);
    box.appendChild(text);
    var program = kept();
    if (program) {
      var label = document.createElement('p');
      label.appendChild(document.createTextNode('Your last program:'));
      var area = document.createElement('textarea');
      area.setAttribute('aria-label', 'Your last program');
      area.rows = 16;
      area.value = program;
      box.appendChild(label);
      box.appendChild(area);
    }
    document.body.appendChild(box);
    document.documentElement.setAttribute('data-idle', 'true');
  }
  var reason = missing();
  if (reason) {
    document.documentElement.setAttribute('data-refused', 'true');
    return tell(reason);
  }
  window.addEventListener('load', function () {
    setTimeout(function () {
      if (document.documentElement.getAttribute('data-started') !== 'true') tell('A part of the page did not arrive. Check the connection and reload.');
    }, 15000);
  });
})();
