import { advance, readNotes } from './api.js';
import { timeOf, weekdayOf } from './dates.js';
import { make } from './dom.js';

const byId = (id) => document.getElementById(id);

/** The time machine: the sandbox's moment, its steps and how far a step has come. */
export function createClock({ canAdvance, onMoved }) {
  const buttons = [...byId('steps').querySelectorAll('button')];
  byId('steps').hidden = !canAdvance;

  function showProgress({ moving, share, note }) {
    for (const button of buttons) button.disabled = moving;
    byId('progress').hidden = !moving;
    byId('progress').value = share;
    byId('progress-note').textContent = moving ? (note ?? '') : '';
    if (moving) return;
    void showNotes();
    onMoved();
  }

  for (const button of buttons) {
    button.addEventListener('click', () => {
      advance(button.dataset.step).catch((error) => {
        byId('progress-note').textContent = error.message;
      });
    });
  }
  void showNotes();
  return {
    showProgress,
    showMoment(now) {
      byId('day').textContent = weekdayOf(now);
      byId('time').textContent = timeOf(now);
      byId('time').dateTime = new Date(now).toISOString();
    },
  };
}

async function showNotes() {
  const { notes } = await readNotes().catch(() => ({ notes: [] }));
  byId('notes').hidden = notes.length === 0;
  byId('notes-list').replaceChildren(...notes.map((note) => make('li', {}, note)));
}
