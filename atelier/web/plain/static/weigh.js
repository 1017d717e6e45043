/* What is weighed: a press shows at once, is sent in the background, and is put right by the answer.
   What this person gave comes from their own page and their own answers, never from the feed. */
(function () {
  'use strict';
  var doc = document, place = doc.getElementById('weigh');
  var here = location.pathname.replace(/\/(dots|choice|grades)$/, ''), known = {}, wanted = {}, asking, later, cut = false, wait = 2;

  function each(selector, work) {
    var i, all = place.querySelectorAll(selector);
    for (i = 0; i < all.length; i++) work(all[i]);
  }
  function keyOf(node) { return node.getAttribute('data-key'); }
  function isDots(key) { return key.indexOf('dots-') === 0; }
  function word(name) { return place.firstElementChild.getAttribute('data-' + name); }
  function say(text) {
    var section = place.firstElementChild;
    if (text && section && !place.querySelector('.told')) {
      section.insertAdjacentHTML('afterbegin', '<p class="problem told" role="alert"></p>');
    }
    each('.told', function (node) { node.textContent = text; });
  }

  /* Another vote begins with nothing: its number is in the key. */
  function read() {
    each('[data-key]', function (item) {
      var key = keyOf(item);
      if (!(key in known)) known[key] = wanted[key] = item.getAttribute('data-mine');
      each('[id="' + item.id + '"] [type=radio]', function (radio) {
        radio.checked = radio.value === wanted[key];
      });
    });
  }

  function given() {
    var all = 0;
    each('[data-key]', function (item) { if (isDots(keyOf(item))) all += +wanted[keyOf(item)]; });
    return all;
  }
  function free() {
    var left = place.querySelector('[data-most]');
    return left ? left.getAttribute('data-most') - given() : 0;
  }

  function showDots(item, n, left) {
    var buttons = item.querySelectorAll('button'), number = item.querySelector('form b');
    if (!number) return;
    number.textContent = n;
    number.nextElementSibling.textContent = new Array(Math.min(n, 5) + 1).join('●');
    buttons[0].value = Math.max(n - 1, 0);
    buttons[1].value = n + 1;
    buttons[0].setAttribute('aria-disabled', !n);
    buttons[1].setAttribute('aria-disabled', left < 1);
  }
  function showWord(item, word) {
    each('[id="' + item.id + '"] button', function (button) {
      if (button.className) button.hidden = !word;
      else button.setAttribute('aria-pressed', button.value === word);
    });
  }
  function show() {
    var left = free(), any = false, head = place.querySelector('[data-left]');
    each('[data-key]', function (item) {
      var value = wanted[keyOf(item)];
      if (value !== '' && value !== '0') any = true;
      if (isDots(keyOf(item))) showDots(item, +value, left);
      else showWord(item, value);
    });
    if (head) head.firstElementChild.textContent = head.getAttribute('data-left').split('|')[Math.max(left, 0)];
    each('.next b, p.left b', function (node) { node.hidden = !any || next() !== null; });
    each('.noted', function (node) { node.parentNode.removeChild(node); });
  }

  /* Those that give something back go first, so that the others find room. */
  function next() {
    var found = null;
    each('[data-key]', function (item) {
      var key = keyOf(item);
      if (wanted[key] !== known[key] && (found === null || (isDots(key) && +wanted[key] < +known[key]))) found = key;
    });
    return found;
  }

  /* What there is now. What was pressed while the answer was on its way stays wanted. */
  function settle(told, sent, value) {
    each('[data-key]', function (item) {
      var key = keyOf(item), now = key in told.mine ? told.mine[key] : isDots(key) ? '0' : '';
      if (key === sent ? told.problem || wanted[key] === value : wanted[key] === known[key]) wanted[key] = now;
      known[key] = now;
    });
    show();
  }

  function ask(method, path, body, done) {
    var one = asking = new XMLHttpRequest();
    clearTimeout(later);
    one.open(method, here + path);
    one.timeout = 15000;
    one.setRequestHeader('Accept', 'application/json');
    if (body) one.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    one.onload = function () {
      var told = null;
      asking = null;
      try { told = JSON.parse(one.responseText); } catch (e) {}
      if (!told || !told.mine) return again();
      wait = 2;
      if (told.problem || cut) say(told.problem);
      cut = false;
      done(told);
      send();
    };
    one.onerror = one.ontimeout = again;
    one.send(body);
  }
  function again() {
    asking = null;
    cut = true;
    if (next() !== null) say(word('offline'));
    later = setTimeout(function () { if (next() === null) refresh(); else send(); }, wait * 1000);
    wait = Math.min(wait * 2, 30);
  }
  function send() {
    var key = asking ? null : next(), value, parts;
    if (key === null) return;
    value = wanted[key];
    parts = key.split('-'); /* dots, the number of the vote, and a reference, which has a dash of its own */
    ask('POST', '/' + parts[0], 'statement=' + encodeURIComponent(parts.slice(2).join('-')) + '&' + parts[0] + '=' + value,
      function (told) { settle(told, key, value); });
  }
  function refresh() {
    if (!asking && place.querySelector('[data-key]')) ask('GET', '/mine', null, settle);
  }

  place.onclick = function (event) {
    var button = event.target, item, key;
    while (button !== place && button.tagName !== 'BUTTON') button = button.parentNode;
    if (button === place || !button.name) return;
    for (item = button; !keyOf(item);) item = item.parentNode;
    event.preventDefault();
    key = keyOf(item);
    if (isDots(key) && free() < button.value - wanted[key]) return say(word('full'));
    if (isDots(key) || button.value !== wanted[key]) say('');
    wanted[key] = button.value;
    show();
    send();
  };
  place.onsubmit = function (event) {
    event.preventDefault();
    each('.grades :checked', function (radio) { wanted[keyOf(radio.parentNode.parentNode)] = radio.value; });
    say('');
    show();
    send();
  };

  /* The feed tells what everybody may see; whoever writes or reads further down does not see it move. */
  window.AtelierWeigh = function (html) {
    var box = doc.createElement('div'), old = place.firstElementChild, fresh, top, late = !asking && next() !== null;
    var below = place.nextElementSibling;
    box.innerHTML = html; /* made by our templates, where whatever people wrote is escaped */
    fresh = box.firstElementChild;
    if (fresh ? old && old.getAttribute('data-as') === fresh.getAttribute('data-as') : !old) return;
    top = below.getBoundingClientRect().top;
    if (late) late = word('late');
    place.innerHTML = '';
    if (fresh) place.appendChild(fresh);
    each('form', function (form) { form.action = here + form.getAttribute('action'); });
    read();
    show();
    refresh();
    if (late && next() === null) say(late);
    if (top < 0 || doc.activeElement === doc.getElementById('text')) {
      window.scrollBy(0, below.getBoundingClientRect().top - top);
    } else if (place.getBoundingClientRect().top < 0) place.scrollIntoView();
  };

  window.addEventListener('online', function () { wait = 2; send(); });
  window.addEventListener('pageshow', function (event) { if (event.persisted) refresh(); });
  doc.addEventListener('visibilitychange', function () { if (!doc.hidden) refresh(); });
  if (/[?&]noted=/.test(location.search) && history.replaceState) history.replaceState(null, '', location.pathname);
  read();
  if (place.told !== undefined) window.AtelierWeigh(place.told);
})();
