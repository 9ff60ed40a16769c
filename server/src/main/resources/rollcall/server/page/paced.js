/** Runs an action when asked to, one at a time and so far apart (ms); if asked meanwhile, it runs once more. */
export function paced(action, pace) {
  let busy = false;
  let again = false;
  return async function run() {
    if (busy) {
      again = true;
      return;
    }
    busy = true;
    await action();
    setTimeout(() => {
      busy = false;
      if (again) {
        again = false;
        run();
      }
    }, pace);
  };
}
