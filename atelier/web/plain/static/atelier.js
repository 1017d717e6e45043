/* Adds to pages that work without it: drafts kept, sends retried, a counter, a clock. */
(function () {
  'use strict';
  var doc = document, byId = function (id) { return doc.getElementById(id); };
  var form = byId('write'), text = byId('text'), receipt = byId('receipt'), problem = byId('problem');
  var name = 'atelier:' + location.pathname;

  function draft(value) {
    try {
      if (value === undefined) return JSON.parse(localStorage.getItem(name));
      if (value) localStorage.setItem(name, JSON.stringify(value));
      else localStorage.removeItem(name);
    } catch (e) {}
  }

  function kinds() { return form.querySelectorAll('[name=kind]'); }
  function kind(value) {
    var all = kinds(), found = null, i;
    for (i = 0; i < all.length; i++) {
      if (value && all[i].value === value) all[i].checked = true;
      if (all[i].checked) found = all[i];
    }
    return found;
  }

  function show() {
    var chosen = kind(), n = text.value.trim().replace(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g, '.').length;
    var count = byId('count'), max = +form.getAttribute('data-left').split('/').pop();
    var over = n - max;
    count.textContent = form.getAttribute(over > 0 ? 'data-long' : 'data-left').replace('#', over > 0 ? over : n);
    count.className = over > 0 ? 'count over' : 'count';
    if (chosen) byId('mine').textContent = chosen.getAttribute('data-mine');
  }

  function keep(sent) {
    var chosen = kind();
    draft(text.value && { text: text.value, kind: chosen && chosen.value, key: form.key.value, sent: sent });
  }

  function body() {
    var parts = [], i, field;
    for (i = 0; i < form.elements.length; i++) {
      field = form.elements[i];
      if (field.name && (field.type !== 'radio' || field.checked)) {
        parts.push(encodeURIComponent(field.name) + '=' + encodeURIComponent(field.value));
      }
    }
    return parts.join('&');
  }

  var button, status, wait = 2, timer;
  function send() {
    var ask = new XMLHttpRequest();
    clearTimeout(timer);
    ask.open('POST', form.action);
    ask.timeout = 15000;
    ask.setRequestHeader('Content-Type', 'application/x-www-form-urlencoded');
    ask.setRequestHeader('Prefer', 'return=minimal');
    ask.onload = function () {
      var there = ask.getResponseHeader('Location');
      if (ask.status === 201 && there) {
        draft(null);
        location.href = there;
      } else if (/html/.test(ask.getResponseHeader('Content-Type'))) {
        form.submit(); /* the page that says why not */
      } else again();
    };
    ask.onerror = ask.ontimeout = again;
    ask.send(body());
  }
  function again() {
    status.textContent = form.getAttribute('data-offline');
    timer = setTimeout(send, wait * 1000);
    wait = Math.min(wait * 2, 30);
  }

  if (form && byId('count')) {
    button = form.querySelector('.main');
    status = byId('status');
    if (receipt) draft(null);
    var old = draft();
    if (old && old.text && !text.value) {
      text.value = old.text;
      kind(old.kind);
      if (old.sent) form.key.value = old.key;
    }
    text.oninput = function () { keep(false); show(); };
    form.onchange = function () { keep(false); show(); };
    form.onsubmit = function (event) {
      if (!/\S/.test(text.value)) return;
      event.preventDefault();
      if (button.disabled) return;
      keep(true);
      button.disabled = text.readOnly = true;
      status.textContent = form.getAttribute('data-sending');
      send();
    };
    window.addEventListener('online', function () { if (button.disabled) { wait = 2; send(); } });
    window.addEventListener('pageshow', function (event) { if (event.persisted) button.disabled = text.readOnly = false; });
    show();
  }

  if (receipt || problem) (problem || receipt).focus();
  if (receipt && history.replaceState) history.replaceState(null, '', location.pathname);

  var clock = byId('timer'), tick, ticking;
  if (clock) {
    /* since the page began to arrive, not since it is all there */
    var arrived = window.performance && performance.timing && performance.timing.responseStart || Date.now();
    var ahead = arrived / 1000 - clock.getAttribute('data-now');
    tick = function () {
      var ends = +clock.getAttribute('data-ends');
      var exact = ends + ahead - Date.now() / 1000, left = Math.ceil(exact), seconds = left % 60;
      clearTimeout(ticking);
      clock.hidden = !ends;
      clock.firstElementChild.textContent = left > 0
        ? (left - seconds) / 60 + ':' + (seconds < 10 ? '0' : '') + seconds
        : clock.getAttribute('data-over');
      if (left > 0) ticking = setTimeout(tick, (exact - left + 1) * 1000 + 20);
    };
    tick();
  }

  var own = byId('own'), mine = {}, rows = own ? own.querySelectorAll('[data-card]') : [], i;
  function claim(card) {
    var last = card.lastElementChild;
    card.className += ' own';
    last.insertAdjacentHTML('beforeend', ' <b class="apart"></b>');
    last.lastElementChild.textContent = own.getAttribute('data-mine');
  }
  for (i = 0; i < rows.length; i++) {
    mine['card-' + rows[i].getAttribute('data-card')] = true;
    if (byId('card-' + rows[i].getAttribute('data-card'))) claim(byId('card-' + rows[i].getAttribute('data-card')));
  }

  /* What a vote needs is asked for when there is one. */
  function weighed(html) {
    var place = byId('weigh'), box = doc.createElement('div'), section, style, script;
    place.told = box.innerHTML = html;
    if (window.AtelierWeigh) return window.AtelierWeigh(html);
    section = box.firstElementChild;
    if (!section || doc.querySelector('[src="' + section.getAttribute('data-script') + '"]')) return;
    style = doc.createElement('link');
    style.rel = 'stylesheet';
    style.href = section.getAttribute('data-look');
    script = doc.createElement('script');
    script.src = section.getAttribute('data-script');
    script.onerror = function () { doc.head.removeChild(script); };
    doc.head.appendChild(style);
    doc.head.appendChild(script);
  }

  var boards = byId('main'), url = boards && boards.getAttribute('data-feed'), fresh = byId('fresh');
  if (url && window.AtelierFeed) {
    fresh.className = 'fresh linked';
    AtelierFeed.connect({
      url: url,
      after: boards.getAttribute('data-after'),
      linked: function (on) {
        fresh.textContent = on ? '' : fresh.getAttribute('data-lost');
      },
      signal: function (id, look) {
        if (id === '@weigh') weighed(look);
        if (id === '@clock' && clock) {
          clock.setAttribute('data-ends', look);
          clock.lastElementChild.textContent = '';
          tick();
        }
      },
      placed: function (node, isNew) {
        if (mine[node.id]) claim(node);
        if (!isNew || mine[node.id]) return;
        node.className += ' new';
        setTimeout(function () { node.className = node.className.replace(' new', ''); }, 6000);
      }
    });
  }

  if (doc.body.hasAttribute('data-forget')) {
    try {
      for (i = localStorage.length; i--;) {
        if (localStorage.key(i).indexOf('atelier:') === 0) localStorage.removeItem(localStorage.key(i));
      }
    } catch (e) {}
  }
})();
