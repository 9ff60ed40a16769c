const element = document.getElementById("trouble");

/** Runs what asks the server; if that fails, says so on the page. */
export async function trouble(question) {
  try {
    await question();
    element.hidden = true;
  } catch (failure) {
    element.textContent = `Can't read from the server; trying again. ${failure.message}`;
    element.hidden = false;
  }
}
