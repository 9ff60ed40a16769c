/**
 * The process: its command line and how it starts and ends.
 *
 * <p>{@link rollcall.app.Main} is the list of commands; each is a class in {@code rollcall.app.cli} that is given its
 * checked settings and makes what it needs in one place.
 */
package rollcall.app;
