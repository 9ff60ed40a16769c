/** The commands, and what they share: settings, flags, errors, version. */
package rollcall.app.cli;
