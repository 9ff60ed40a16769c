/**
 * The configuration: defaults, file, environment and flags, checked all at once and handed on as typed settings.
 *
 * <p>{@link rollcall.config.Keys} is the table of what there is, {@link rollcall.config.ConfigLoader} reads it, and the
 * {@code …Settings} records are what the rest of Rollcall sees.
 */
package rollcall.config;
