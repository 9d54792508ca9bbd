/** What the lesson hears of: our key was pressed; a card opened, was entered by keyboard, or closed. */
export type LessonEvent = 'called' | 'opened' | 'entered' | 'closed';

/** How far someone has come. */
export interface LessonState {
  /** Steps done: the card called by key, entered, left. */
  done: 0 | 1 | 2 | 3;
  /** The key was pressed, and its card has yet to open: one that opens for the pointer is no step. */
  isCalled: boolean;
  /** A card is open. */
  isOpen: boolean;
}

export const lessonSteps = 3;
export const atStart: LessonState = { done: 0, isCalled: false, isOpen: false };

/** Steps count in their order only, and what is done stays done. */
export function afterEvent(state: LessonState, event: LessonEvent): LessonState {
  switch (event) {
    case 'called':
      // With a card open already the key leads on to the next one.
      return state.isOpen ? { ...state, done: atLeast(state.done, 1) } : { ...state, isCalled: true };
    case 'opened':
      return { done: state.isCalled ? atLeast(state.done, 1) : state.done, isCalled: false, isOpen: true };
    case 'entered':
      return state.done === 1 ? { ...state, done: 2 } : state;
    case 'closed':
      return { done: state.done === 2 ? 3 : state.done, isCalled: false, isOpen: false };
  }
}

const atLeast = (done: LessonState['done'], step: 1): LessonState['done'] => (done < step ? step : done);
